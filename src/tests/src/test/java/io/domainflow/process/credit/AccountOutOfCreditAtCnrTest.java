package io.domainflow.process.credit;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link AccountOutOfCreditProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class AccountOutOfCreditAtCnrTest extends AccountOutOfCreditProcessTest {

  @Autowired
  AccountOutOfCreditAtCnrTest(
      @LocalServerPort int port, RuntimeService runtime, HistoryService history) {
    super(port, runtime, history);
  }
}
