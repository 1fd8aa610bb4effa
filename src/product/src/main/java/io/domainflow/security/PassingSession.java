package io.domainflow.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session for one request of somebody who has not logged in. Nothing keeps it. */
final class PassingSession implements HttpSession {

  private final String id = UUID.randomUUID().toString();
  private final Map<String, Object> attributes = new HashMap<>();
  private final ServletContext context;
  private boolean ended;

  PassingSession(ServletContext context) {
    this.context = context;
  }

  /** Whether somebody has ended it, as a login does before it begins a session of its own. */
  boolean isEnded() {
    return ended;
  }

  /** Unknown, as nothing that lasts so short a time is asked for it. */
  @Override
  public long getCreationTime() {
    return 0;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public long getLastAccessedTime() {
    return 0;
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public void setMaxInactiveInterval(int interval) {
    // it ends with the request
  }

  @Override
  public int getMaxInactiveInterval() {
    return 0;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
    } else {
      attributes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public void invalidate() {
    ended = true;
  }

  @Override
  public boolean isNew() {
    return true;
  }
}
