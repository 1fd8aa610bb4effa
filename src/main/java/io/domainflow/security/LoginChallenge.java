package io.domainflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers a request without a valid login. A page that says itself how to log in sends the header
 * {@code X-Requested-With}; it is not offered the way on which its browser would ask for a
 * password.
 */
class LoginChallenge implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof TooManyFailedLogins tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
      Problem.TOO_MANY_FAILED_LOGINS.send(response);
    } else if (failure instanceof InternalAuthenticationServiceException) {
      Problem.TRY_AGAIN.send(response);
    } else {
      if (request.getHeader("X-Requested-With") == null) {
        response.addHeader(
            HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Domainflow\", charset=\"UTF-8\"");
      }
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Domainflow\"");
      Problem.LOGIN_REQUIRED.send(response);
    }
  }
}
