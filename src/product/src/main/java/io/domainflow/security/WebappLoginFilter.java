package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the failed logins of Tasklist, Cockpit and Admin like those of the APIs, and lets only
 * staff log in. Requests that do not have the one form that it can count are refused.
 */
class WebappLoginFilter extends OncePerRequestFilter {

  static final RequestMatcher LOGIN =
      PathPatternRequestMatcher.withDefaults()
          .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/login/{app}");
  private final LoginAuthenticationProvider provider;
  private final AuthenticationEntryPoint challenge;
  private final SessionLimit sessions = new SessionLimit();

  WebappLoginFilter(LoginAuthenticationProvider provider, AuthenticationEntryPoint challenge) {
    this.provider = provider;
    this.challenge = challenge;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !LOGIN.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String[] users = request.getParameterValues("username");
    String[] passwords = request.getParameterValues("password");
    // here, parameters of the URL and of the body are not distinguished, but the code that uses
    // them may distinguish them
    if (request.getQueryString() != null || !isOne(users) || !isOne(passwords)) {
      Problem.NO_LOGIN_FORM.send(request, response);
      return;
    }
    var token = UsernamePasswordAuthenticationToken.unauthenticated(users[0], passwords[0]);
    token.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
    Optional<String> passwordMark = Optional.empty();
    try {
      if (LoginGroups.isClient(provider.authenticate(token))) {
        Problem.NOT_FOR_CLIENTS.send(request, response);
        return;
      }
      passwordMark = provider.passwordMark(users[0]);
    } catch (BadCredentialsException e) {
      logger.debug("the web application answers this one in its own way");
    } catch (AuthenticationException e) {
      challenge.commence(request, response, e);
      return;
    }
    chain.doFilter(request, response);
    if (WebappSession.user(request).filter(users[0]::equals).isPresent()) {
      passwordMark.ifPresent(mark -> WebappSession.keepPasswordMark(request, mark));
      sessions.begin(users[0], request);
    }
  }

  private static boolean isOne(String @Nullable [] values) {
    return values != null && values.length == 1;
  }
}
