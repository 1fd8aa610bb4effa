package io.domainflow.process.registration;

import io.domainflow.build.AtCnr;
import io.domainflow.build.BothReadings;
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

  /** In reading B the registrar does not show a name before the registry has registered it. */
  @Override
  @BothReadings(alwaysBoth = true)
  void waitsForARegistryThatDecidesDaysLater(String profile) {
    super.waitsForARegistryThatDecidesDaysLater(profile);
  }
}
