package io.domainflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits the sessions that a user has at the same time: another one ends the oldest. */
class SessionLimit {

  static final int SESSIONS_OF_A_USER = 20;

  private static final Logger LOG = LoggerFactory.getLogger(SessionLimit.class);
  private static final String OWN = SessionLimit.class.getName();

  private final Map<String, Deque<HttpSession>> sessions = new HashMap<>();

  /** The user has logged in, and the session is theirs. */
  void begin(String user, HttpServletRequest request) {
    HttpSession session = request.getSession();
    session.setAttribute(OWN, new SessionOf(user));
    HttpSession oldest = add(user, session);
    if (oldest != null) {
      // outside the lock: the end of a session is told to the rest of the server
      end(oldest);
    }
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException e) {
      LOG.debug("the session has just ended anyway", e);
    }
  }

  private synchronized @Nullable HttpSession add(String user, HttpSession session) {
    Deque<HttpSession> own = sessions.computeIfAbsent(user, key -> new ArrayDeque<>());
    own.add(session);
    return own.size() > SESSIONS_OF_A_USER ? own.remove() : null;
  }

  private synchronized void remove(String user, HttpSession session) {
    sessions.computeIfPresent(
        user,
        (key, own) -> {
          own.removeIf(kept -> kept.getId().equals(session.getId()));
          return own.isEmpty() ? null : own;
        });
  }

  /** Learns when its session ends, however it does. */
  private final class SessionOf implements HttpSessionBindingListener {

    private final String user;

    SessionOf(String user) {
      this.user = user;
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      remove(user, event.getSession());
    }
  }
}
