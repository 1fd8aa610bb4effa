package io.domainflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/** The session of Tasklist, Cockpit and Admin, which our own pages use, too. */
final class WebappSession {

  /** The methods that change nothing. */
  static final Set<String> READING = Set.of("GET", "HEAD");

  private static final String PASSWORD_MARK = WebappSession.class.getName() + ".passwordMark";

  private WebappSession() {}

  /**
   * Stores a mark of the password that the user has logged in with; the session ends when the
   * password is changed.
   */
  static void keepPasswordMark(HttpServletRequest request, String mark) {
    request.getSession().setAttribute(PASSWORD_MARK, mark);
  }

  static Optional<String> passwordMark(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (String) session.getAttribute(PASSWORD_MARK));
  }

  /** The user who has logged in; what the session stores about permissions may be out of date. */
  static Optional<String> user(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(all -> all.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
        .map(login -> login.getIdentityId());
  }

  /**
   * The secret of the session, which only our own pages can read and send in the header {@value
   * CsrfConstants#CSRF_TOKEN_HEADER_NAME}. The web applications create it with their first answer
   * in a session.
   */
  static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME))
        .map(String.class::cast);
  }

  /** The token that a request contains, valid or not. */
  private static Optional<String> broughtToken(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME))
        .filter(brought -> !brought.isBlank());
  }

  /** Whether a token is that of the session; compared in constant time. */
  private static boolean isToken(String brought, HttpServletRequest request) {
    return token(request)
        .map(own -> MessageDigest.isEqual(bytes(own), bytes(brought)))
        .orElse(false);
  }

  /**
   * Why a request must not change anything in its session: it lacks the session's token. Empty if
   * it may, or changes nothing.
   */
  static Optional<Problem> refusal(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return Optional.empty();
    }
    Optional<String> brought = broughtToken(request);
    if (brought.isEmpty()) {
      return Optional.of(Problem.NO_TOKEN);
    }
    return isToken(brought.get(), request) ? Optional.empty() : Optional.of(Problem.WRONG_TOKEN);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
