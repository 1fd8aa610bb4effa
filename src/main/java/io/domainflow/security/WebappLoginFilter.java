package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the failed logins of Tasklist, Cockpit and Admin like those of the APIs. */
class WebappLoginFilter extends OncePerRequestFilter {

  private final RequestMatcher login =
      PathPatternRequestMatcher.withDefaults()
          .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/login/{app}");
  private final AuthenticationProvider users;
  private final AuthenticationEntryPoint challenge;

  WebappLoginFilter(AuthenticationProvider users, AuthenticationEntryPoint challenge) {
    this.users = users;
    this.challenge = challenge;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !login.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String user = request.getParameter("username");
    String password = request.getParameter("password");
    if (user != null && password != null) {
      var token = UsernamePasswordAuthenticationToken.unauthenticated(user, password);
      token.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
      try {
        users.authenticate(token);
      } catch (TooManyFailedLogins e) {
        challenge.commence(request, response, e);
        return;
      } catch (BadCredentialsException e) {
        logger.debug("the web application answers this one in its own way");
      }
    }
    chain.doFilter(request, response);
  }
}
