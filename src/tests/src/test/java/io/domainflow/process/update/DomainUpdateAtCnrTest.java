package io.domainflow.process.update;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainUpdateProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainUpdateAtCnrTest extends DomainUpdateProcessTest {

  DomainUpdateAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
