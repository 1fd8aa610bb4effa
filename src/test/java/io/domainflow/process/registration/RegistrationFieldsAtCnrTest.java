package io.domainflow.process.registration;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link RegistrationFieldsTest} with an account at CentralNic Reseller. */
@AtCnr
class RegistrationFieldsAtCnrTest extends RegistrationFieldsTest {

  @Autowired
  RegistrationFieldsAtCnrTest(ProcessEngine engine, @LocalServerPort int port) {
    super(engine, port);
  }
}
