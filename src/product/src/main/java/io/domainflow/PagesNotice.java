package io.domainflow;

import io.domainflow.model.StartupReport;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports the addresses of the pages at startup. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PagesNotice implements StartupReport {

  @Override
  public List<Line> lines(String address) {
    return List.of(
        new Line("Tasklist", address + "/camunda/app/tasklist/"),
        new Line("Orders", address + "/orders"),
        new Line("Cockpit", address + "/camunda/app/cockpit/"),
        new Line("Accounts", address + "/accounts"),
        new Line("API", address + "/api-docs"));
  }
}
