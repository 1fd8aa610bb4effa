package io.domainflow.process.transfer;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainTransferAuthCodeTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainTransferAuthCodeAtCnrTest extends DomainTransferAuthCodeTest {

  @Autowired
  DomainTransferAuthCodeAtCnrTest(ProcessEngine engine, @LocalServerPort int port) {
    super(engine, port);
  }
}
