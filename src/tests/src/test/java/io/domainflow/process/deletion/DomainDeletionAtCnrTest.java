package io.domainflow.process.deletion;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainDeletionProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainDeletionAtCnrTest extends DomainDeletionProcessTest {

  DomainDeletionAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
