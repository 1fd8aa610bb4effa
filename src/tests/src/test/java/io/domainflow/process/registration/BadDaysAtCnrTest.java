package io.domainflow.process.registration;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link BadDaysTest} with an account at CentralNic Reseller. */
@AtCnr
class BadDaysAtCnrTest extends BadDaysTest {

  @Autowired
  BadDaysAtCnrTest(@LocalServerPort int port, RuntimeService runtime, ExternalTaskService tasks) {
    super(port, runtime, tasks);
  }
}
