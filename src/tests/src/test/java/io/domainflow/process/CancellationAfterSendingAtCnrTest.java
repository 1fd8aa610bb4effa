package io.domainflow.process;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link CancellationAfterSendingTest} with an account at CentralNic Reseller. */
@AtCnr
class CancellationAfterSendingAtCnrTest extends CancellationAfterSendingTest {

  CancellationAfterSendingAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
