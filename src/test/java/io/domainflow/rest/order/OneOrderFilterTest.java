package io.domainflow.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DomainflowTest
class OneOrderFilterTest {

  @Autowired private OneOrderFilter filter;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/orders, auto",
    "GET, /api/v1/orders/ref-1, auto",
    "POST, /api/v1/orders/ref-1/cancel, auto",
    "GET, /api/v1/orders, force_custom_plan",
    "GET, /api/v1/domains, force_custom_plan",
    "POST, /engine-rest/task, force_custom_plan"
  })
  void callsAboutOneOrderArePlannedOnce(String method, String path, String mode)
      throws ServletException, IOException {
    List<String> modes = new ArrayList<>();

    filter.doFilter(
        new MockHttpServletRequest(method, path),
        new MockHttpServletResponse(),
        (request, response) -> modes.add(mode()));

    assertThat(modes).containsExactly(mode);
    assertThat(mode()).as("afterwards").isEqualTo("force_custom_plan");
  }

  private String mode() {
    return jdbc.sql("show plan_cache_mode").query(String.class).single();
  }
}
