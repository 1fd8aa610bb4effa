package io.domainflow.process.update;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainUpdateContactsTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainUpdateContactsAtCnrTest extends DomainUpdateContactsTest {

  DomainUpdateContactsAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
