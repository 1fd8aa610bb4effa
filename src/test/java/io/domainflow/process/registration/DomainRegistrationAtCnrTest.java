package io.domainflow.process.registration;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainRegistrationProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainRegistrationAtCnrTest extends DomainRegistrationProcessTest {

  @Autowired
  DomainRegistrationAtCnrTest(ProcessEngine engine, @LocalServerPort int port) {
    super(engine, port);
  }
}
