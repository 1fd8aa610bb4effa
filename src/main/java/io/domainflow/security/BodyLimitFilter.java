package io.domainflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that are larger than any order can be: at once when they announce their length,
 * else when more has come.
 */
class BodyLimitFilter extends OncePerRequestFilter {

  static final long LIMIT = 1 << 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT) {
      Problem.TOO_LARGE.send(response);
      return;
    }
    CountedRequest counted = new CountedRequest(request);
    try {
      chain.doFilter(counted, response);
    } catch (ServletException | IOException | RuntimeException e) {
      if (!counted.isTooLarge() || response.isCommitted()) {
        throw e;
      }
      Problem.TOO_LARGE.send(response);
    }
  }

  /** A request whose body ends with an error once it is too large. */
  private static final class CountedRequest extends HttpServletRequestWrapper {

    private CountedStream stream;

    CountedRequest(HttpServletRequest request) {
      super(request);
    }

    boolean isTooLarge() {
      return stream != null && stream.count > LIMIT;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (stream == null) {
        stream = new CountedStream(super.getInputStream());
      }
      return stream;
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream body;
    private long count;

    CountedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int octet = body.read();
      return counted(octet, octet < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = body.read(target, offset, length);
      return counted(read, Math.max(read, 0));
    }

    private int counted(int result, int read) throws IOException {
      count += read;
      if (count > LIMIT) {
        throw new IOException("the request is too large");
      }
      return result;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
