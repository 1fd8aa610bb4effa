package io.domainflow.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only this machine control a sandbox that runs alone, because it has no logins. Host and
 * Origin are also checked, so that a web page in a browser on this machine cannot control it
 * either.
 */
class LoopbackOnlyFilter extends OncePerRequestFilter {

  private static final Set<String> OPEN =
      Set.of(
          "/sandbox/api/call.cgi",
          "/sandbox/cnr/api/call.cgi",
          "/sandbox/cnr/api/call",
          "/actuator/health",
          "/actuator/health/readiness");
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return OPEN.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
        && LOOPBACK_NAMES.contains(request.getServerName())
        && isFromHere(request.getHeader("Origin"))) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .print(
            "{\"type\":\"urn:domainflow:sandbox:loopback-only\",\"title\":\"Forbidden\","
                + "\"status\":403,\"detail\":\"The sandbox is controlled from its own machine"
                + " only, at http://localhost.\"}");
  }

  private static boolean isFromHere(String origin) {
    if (origin == null) {
      return true;
    }
    try {
      String host = URI.create(origin).getHost();
      return host != null && LOOPBACK_NAMES.contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
