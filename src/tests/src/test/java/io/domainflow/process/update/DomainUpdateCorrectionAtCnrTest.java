package io.domainflow.process.update;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainUpdateCorrectionTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainUpdateCorrectionAtCnrTest extends DomainUpdateCorrectionTest {

  DomainUpdateCorrectionAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
