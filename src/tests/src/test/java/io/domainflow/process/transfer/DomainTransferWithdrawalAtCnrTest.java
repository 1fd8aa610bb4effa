package io.domainflow.process.transfer;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainTransferWithdrawalTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainTransferWithdrawalAtCnrTest extends DomainTransferWithdrawalTest {

  @Autowired
  DomainTransferWithdrawalAtCnrTest(ProcessEngine engine, @LocalServerPort int port) {
    super(engine, port);
  }
}
