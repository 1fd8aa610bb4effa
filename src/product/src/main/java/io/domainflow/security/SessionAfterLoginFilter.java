package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the server begin a session only when somebody has logged in. The web applications ask for a
 * session with every request, even of those who only fetch a page or are nobody's browser; without
 * a login they get one that ends with the request.
 */
class SessionAfterLoginFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new SessionAfterLogin(request), response);
  }

  private static final class SessionAfterLogin extends HttpServletRequestWrapper {

    private @Nullable PassingSession passing;
    private boolean hadSession;

    SessionAfterLogin(HttpServletRequest request) {
      super(request);
    }

    @Override
    public HttpSession getSession() {
      HttpSession existing = getSession(false);
      if (existing != null) {
        return existing;
      }
      if ((hadSession || passing != null) && WebappLoginFilter.LOGIN.matches(this)) {
        // the login was right: it has ended the session that it came with
        return super.getSession();
      }
      passing = new PassingSession(getServletContext());
      return passing;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
      if (create) {
        return getSession();
      }
      HttpSession real = super.getSession(false);
      hadSession |= real != null;
      return real == null && passing != null && !passing.isEnded() ? passing : real;
    }
  }
}
