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
 * Checks paths before anything else reads them: the access rules are written for plain ones. Paths
 * that two parts of the server might read differently are refused. A trailing slash, which the
 * engine's REST APIs ignore, is removed. No parameter has a NUL.
 */
class StrictPathFilter extends OncePerRequestFilter {

  /**
   * Path parameters, empty and dot segments, backslashes, control characters; encoded: letters,
   * digits, hyphen and underscore (which nobody needs to encode), dot, slash, semicolon, backslash,
   * percent, control characters; and anything encoded in the first segment, which decides what
   * handles the request.
   */
  private static final Pattern REFUSED =
      Pattern.compile(
          "[;\\\\\\p{Cntrl}]|//|/\\.{1,2}(/|$)"
              + "|%(2[def5]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9af]|[01][0-9a-f])"
              + "|^/[^/]*%",
          Pattern.CASE_INSENSITIVE);

  /** The character that no text of ours has, and that the database does not store. */
  private static final String NUL = "%00";

  private final UrlHandlerFilter withoutSlash =
      UrlHandlerFilter.trailingSlashHandler(
              "/engine-rest/**",
              // not the list of engines, which the web applications request only with its trailing
              // slash
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
    } else if (request.getQueryString() != null && request.getQueryString().contains(NUL)) {
      Problem.UNREADABLE.send(request, response);
    } else {
      withoutSlash.doFilter(request, response, chain);
    }
  }
}
