package io.domainflow.process.registration;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link PremiumNameTest} with an account at CentralNic Reseller. */
@AtCnr
class PremiumNameAtCnrTest extends PremiumNameTest {

  @Autowired
  PremiumNameAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
