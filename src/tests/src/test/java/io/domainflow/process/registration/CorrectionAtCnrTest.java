package io.domainflow.process.registration;

import io.domainflow.build.AtCnr;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link CorrectionTest} with an account at CentralNic Reseller. */
@AtCnr
class CorrectionAtCnrTest extends CorrectionTest {

  @Autowired
  CorrectionAtCnrTest(@LocalServerPort int port, HistoryService history) {
    super(port, history);
  }
}
