package io.domainflow.security;

import io.domainflow.page.ErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Answers a request without a valid login. A browser is redirected to our login page, and never
 * shows its own password dialog; a page that handles the login itself sends the header {@code
 * X-Requested-With}. Requests that a session may make only with its token are refused with the
 * reason.
 */
class LoginChallenge implements AuthenticationEntryPoint {

  private final RequestMatcher known;

  /**
   * Creates it.
   *
   * @param known the paths that exist; for any other, a login would be useless
   */
  LoginChallenge(RequestMatcher known) {
    this.known = known;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof TooManyFailedLogins tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
      Problem.TOO_MANY_FAILED_LOGINS.send(request, response);
    } else if (failure instanceof InternalAuthenticationServiceException) {
      Problem.TRY_AGAIN.send(request, response);
    } else if (WebappSessionFilter.refusal(request).isPresent()) {
      WebappSessionFilter.refusal(request).get().send(request, response);
    } else if (ErrorPage.isWanted(request)) {
      challengeBrowser(request, response);
    } else {
      if (request.getHeader("X-Requested-With") == null) {
        response.addHeader(
            HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Domainflow\", charset=\"UTF-8\"");
      }
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Domainflow\"");
      Problem.LOGIN_REQUIRED.send(response);
    }
  }

  private void challengeBrowser(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!known.matches(request)) {
      Problem.NO_SUCH_ADDRESS.send(request, response);
    } else if (WebappSession.READING.contains(request.getMethod())
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      String query = request.getQueryString();
      String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.sendRedirect("/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    } else {
      Problem.LOGIN_REQUIRED.send(request, response);
    }
  }

  /** Answers a user who is logged in and has no permission for this. */
  void deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean lost = ErrorPage.isWanted(request) && !known.matches(request);
    (lost ? Problem.NO_SUCH_ADDRESS : Problem.FORBIDDEN).send(request, response);
  }
}
