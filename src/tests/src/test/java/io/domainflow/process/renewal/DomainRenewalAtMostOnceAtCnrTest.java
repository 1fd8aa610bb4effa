package io.domainflow.process.renewal;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainRenewalAtMostOnceTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainRenewalAtMostOnceAtCnrTest extends DomainRenewalAtMostOnceTest {

  @Autowired
  DomainRenewalAtMostOnceAtCnrTest(ProcessEngine engine, @LocalServerPort int port) {
    super(engine, port);
  }
}
