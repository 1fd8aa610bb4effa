package io.domainflow.sandbox.control;

import io.domainflow.model.StartupReport;
import io.domainflow.sandbox.ConditionalOnSandbox;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports at startup where the simulated registrar can be seen. */
@Component
@ConditionalOnSandbox
@Order(1)
class SandboxNotice implements StartupReport {

  @Override
  public List<Line> lines(String address) {
    return List.of(new Line("Sandbox", address + "/sandbox, in place of a registrar"));
  }
}
