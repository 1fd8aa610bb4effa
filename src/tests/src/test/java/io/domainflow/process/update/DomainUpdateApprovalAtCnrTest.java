package io.domainflow.process.update;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainUpdateApprovalTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainUpdateApprovalAtCnrTest extends DomainUpdateApprovalTest {

  DomainUpdateApprovalAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
