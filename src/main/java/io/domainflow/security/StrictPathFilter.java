package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that one part of the server could read differently than another: the rules of
 * access are written for plain paths.
 */
class StrictPathFilter extends OncePerRequestFilter {

  /**
   * Path parameters, empty and dot segments, backslashes, control characters; encoded: letters and
   * digits (nobody needs to), dot, slash, semicolon, backslash, percent, control characters; and
   * anything encoded in the first segment, which decides who answers.
   */
  private static final Pattern REFUSED =
      Pattern.compile(
          "[;\\\\\\p{Cntrl}]|//|/\\.{1,2}(/|$)"
              + "|%(2[ef5]|3[0-9b]|4[1-9a-f]|5[0-9ac]|6[1-9a-f]|7[0-9af]|[01][0-9a-f])"
              + "|^/[^/]*%",
          Pattern.CASE_INSENSITIVE);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (REFUSED.matcher(request.getRequestURI()).find()) {
      Problem.BAD_PATH.send(response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
