package io.domainflow.security.demo;

import io.domainflow.model.StartupReport;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists the demo users at startup. */
@Component
@Profile("demo")
@Order(2)
class DemoLoginsNotice implements StartupReport {

  @Override
  public List<Line> lines(String address) {
    return List.of(
        new Line("Logins", "the password is the name; billing and billing2 place orders,"),
        new Line("", "operator and operator2 do the tasks, approver and approver2 decide,"),
        new Line("", "analyst reads, admin may do everything"),
        new Line("Try", "«Your first order» in README.md, with"),
        new Line("", "export DF_PORT=" + URI.create(address).getPort()));
  }
}
