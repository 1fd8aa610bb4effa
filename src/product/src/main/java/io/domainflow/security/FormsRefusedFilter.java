package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies with the content type of a form. A server parses such a body for parameters, so
 * JSON that was sent with the default content type of tools like curl would become names of
 * parameters, and appear in messages about them.
 */
class FormsRefusedFilter extends OncePerRequestFilter {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final RequestMatcher paths;

  FormsRefusedFilter(RequestMatcher paths) {
    this.paths = paths;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).contains(FORM) && paths.matches(request)) {
      Problem.NO_FORM.send(request, response);
      return;
    }
    chain.doFilter(request, response);
  }
}
