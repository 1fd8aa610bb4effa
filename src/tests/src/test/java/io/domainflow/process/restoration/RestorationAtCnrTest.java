package io.domainflow.process.restoration;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link RestorationProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class RestorationAtCnrTest extends RestorationProcessTest {

  @Autowired
  RestorationAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
