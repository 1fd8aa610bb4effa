package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who is logged in, so that its authorizations apply to this request. */
class EngineAuthenticationFilter extends OncePerRequestFilter {

  private final IdentityService identityService;
  private final RequestMatcher paths;

  EngineAuthenticationFilter(IdentityService identityService, RequestMatcher paths) {
    this.identityService = identityService;
    this.paths = paths;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !paths.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    try {
      identityService.setAuthentication(login.getName(), LoginGroups.ids(login));
      chain.doFilter(request, response);
    } finally {
      identityService.clearAuthentication();
    }
  }
}
