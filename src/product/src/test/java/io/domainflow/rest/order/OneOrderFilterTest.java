package io.domainflow.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.database.PlanCaching;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OneOrderFilterTest {

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/orders, true",
    "GET, /api/v1/orders/ref-1, true",
    "POST, /api/v1/orders/ref-1/cancel, true",
    "GET, /api/v1/orders, false",
    "HEAD, /api/v1/orders, false",
    "GET, /api/v1/domains, false",
    "POST, /engine-rest/task, false"
  })
  void callsAboutOneOrderArePlannedOnce(String method, String path, boolean once)
      throws ServletException, IOException {
    List<Boolean> wanted = new ArrayList<>();

    new OneOrderFilter()
        .doFilter(
            new MockHttpServletRequest(method, path),
            new MockHttpServletResponse(),
            (request, response) -> wanted.add(PlanCaching.areWanted()));

    assertThat(wanted).containsExactly(once);
    assertThat(PlanCaching.areWanted()).as("afterwards").isFalse();
  }
}
