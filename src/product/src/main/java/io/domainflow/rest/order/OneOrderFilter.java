package io.domainflow.rest.order;

import io.domainflow.database.PlanCaching;
import io.domainflow.rest.OrderLink;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets PostgreSQL cache the plans of calls that place, read or change one order: shops repeat them
 * all day, and they select rows by key. Lists are planned each time.
 */
@Component
// before the login, whose statements would otherwise switch the connection twice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OneOrderFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean isPlacing = path.equals(OrderLink.ORDERS) && request.getMethod().equals("POST");
    return !isPlacing && !path.startsWith(OrderLink.ORDERS + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    PlanCaching.begin();
    try {
      chain.doFilter(request, response);
    } finally {
      PlanCaching.end();
    }
  }
}
