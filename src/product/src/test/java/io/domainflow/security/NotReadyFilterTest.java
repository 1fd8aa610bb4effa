package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Requests between the opening of the port and the deployment of the processes get an answer. */
class NotReadyFilterTest {

  private final NotReadyFilter filter = SecurityConfiguration.whileStarting();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/orders",
        "/engine-rest/task",
        "/camunda/api/engine/engine/default/task",
        "/camunda/app/tasklist/default/"
      })
  void asksToComeBackUntilItIsReady(String path) throws Exception {
    MockHttpServletResponse early = answer(path);
    assertThat(early.getStatus()).isEqualTo(503);
    assertThat(early.getHeader("Retry-After")).isEqualTo("5");
    assertThat(early.getContentType()).startsWith("application/problem+json");
    assertThat(early.getContentAsString())
        .contains("urn:domainflow:problem:starting", "Nothing was done");

    filter.begin();

    assertThat(answer(path).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness"})
  void showsItsStateAtAnyTime(String path) throws Exception {
    assertThat(answer(path).getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
