package io.domainflow.process.suspension;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainSuspensionProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainSuspensionAtCnrTest extends DomainSuspensionProcessTest {

  DomainSuspensionAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
