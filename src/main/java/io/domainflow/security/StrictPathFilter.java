package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.UrlHandlerFilter;

/**
 * Decides on paths before anything else looks at them: the rules of access are written for plain
 * ones. Addresses that one part of the server could read differently than another are refused. A
 * slash at the end, which the engine's REST APIs ignore, is taken away.
 */
class StrictPathFilter extends OncePerRequestFilter {

  /**
   * Path parameters, empty and dot segments, backslashes, control characters; encoded: letters,
   * digits, hyphen and underscore (nobody needs to), dot, slash, semicolon, backslash, percent,
   * control characters; and anything encoded in the first segment, which decides who answers.
   */
  private static final Pattern REFUSED =
      Pattern.compile(
          "[;\\\\\\p{Cntrl}]|//|/\\.{1,2}(/|$)"
              + "|%(2[def5]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9af]|[01][0-9a-f])"
              + "|^/[^/]*%",
          Pattern.CASE_INSENSITIVE);

  private final UrlHandlerFilter withoutSlash =
      UrlHandlerFilter.trailingSlashHandler(
              "/engine-rest/**",
              // not the list of engines, which the web applications know with its slash only
              "/camunda/api/engine/engine/{name}/**",
              "/camunda/api/admin/**",
              "/camunda/api/cockpit/**",
              "/camunda/api/tasklist/**",
              "/camunda/api/welcome/**")
          .wrapRequest()
          .build();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (REFUSED.matcher(request.getRequestURI()).find()) {
      Problem.BAD_PATH.send(request, response);
    } else {
      withoutSlash.doFilter(request, response, chain);
    }
  }
}
