package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Refuses a request to the web applications that would change something in a session without the
 * token of that session. They would refuse it, too, but end the session, so that any site could log
 * out its visitors.
 *
 * <p>Before the login there is no session. The browser's own cookie takes its place: the web
 * applications compare it with the header, which no other site can set.
 */
class WebappTokenFilter extends OncePerRequestFilter {

  private static final RequestMatcher API =
      PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**");

  /** As the web applications make it. */
  private static final Pattern TOKEN = Pattern.compile("[0-9A-F]{32}");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession();
    if (session instanceof PassingSession) {
      tokenOfBrowser(request)
          .ifPresent(
              token -> {
                session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token);
                if (API.matches(request)) {
                  // for our login page, which does not get the cookie; not with files, which caches
                  // keep
                  response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token);
                }
              });
    } else {
      Optional<Problem> refusal = WebappSession.refusal(request);
      if (refusal.isPresent()) {
        refusal.get().send(request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> tokenOfBrowser(HttpServletRequest request) {
    return Optional.ofNullable(
            WebUtils.getCookie(request, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME))
        .map(cookie -> cookie.getValue())
        .filter(token -> TOKEN.matcher(token).matches());
  }
}
