package io.domainflow.process.authcode;

import io.domainflow.build.AtCnr;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link AuthCodeProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class AuthCodeAtCnrTest extends AuthCodeProcessTest {

  AuthCodeAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
