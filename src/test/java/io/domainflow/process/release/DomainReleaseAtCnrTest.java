package io.domainflow.process.release;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DomainReleaseProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainReleaseAtCnrTest extends DomainReleaseProcessTest {

  @Autowired
  DomainReleaseAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
