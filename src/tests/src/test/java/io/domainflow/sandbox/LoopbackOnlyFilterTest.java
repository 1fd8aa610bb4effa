package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The filter is tested with artificial requests, because no test can come from another machine. */
class LoopbackOnlyFilterTest {

  private final LoopbackOnlyFilter filter = new LoopbackOnlyFilter();

  private int status(String path, String remote, String host) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setRemoteAddr(remote);
    request.setServerName(host);
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost, 200",
    "::1, '[::1]', 200",
    "192.0.2.7, localhost, 403",
    "127.0.0.1, rebound.example, 403"
  })
  void letsOnlyThisMachineControlTheSandbox(String remote, String host, int status)
      throws Exception {
    assertThat(status("/sandbox/reset", remote, host)).isEqualTo(status);
  }

  @Test
  void letsEverybodyCallTheRegistrar() throws Exception {
    assertThat(status("/sandbox/api/call.cgi", "192.0.2.7", "sandbox.example")).isEqualTo(200);
  }
}
