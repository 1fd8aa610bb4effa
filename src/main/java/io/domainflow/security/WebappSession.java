package io.domainflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/** The session of Tasklist, Cockpit and Admin, which is that of our pages, too. */
final class WebappSession {

  private static final String PASSWORD_MARK = WebappSession.class.getName() + ".passwordMark";

  private WebappSession() {}

  /** Keeps with which password somebody has logged in; a session ends when it is changed. */
  static void keepPasswordMark(HttpServletRequest request, String mark) {
    request.getSession().setAttribute(PASSWORD_MARK, mark);
  }

  static Optional<String> passwordMark(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (String) session.getAttribute(PASSWORD_MARK));
  }

  /** Who has logged in; what the session remembers of rights may be out of date. */
  static Optional<String> user(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(all -> all.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
        .map(login -> login.getIdentityId());
  }

  /**
   * The secret of the session that only pages of ours can read, and send in the header {@value
   * CsrfConstants#CSRF_TOKEN_HEADER_NAME}. The web applications make it with the first answer that
   * they give in a session.
   */
  static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME))
        .map(String.class::cast);
  }

  /** The token that a request brings, whatever it is worth. */
  static Optional<String> broughtToken(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME))
        .filter(brought -> !brought.isBlank());
  }

  /** Whether a token is that of the session; how long that takes tells nothing about it. */
  static boolean isToken(String brought, HttpServletRequest request) {
    return token(request)
        .map(own -> MessageDigest.isEqual(bytes(own), bytes(brought)))
        .orElse(false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
