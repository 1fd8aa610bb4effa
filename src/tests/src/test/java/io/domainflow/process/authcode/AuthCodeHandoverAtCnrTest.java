package io.domainflow.process.authcode;

import io.domainflow.build.AtCnr;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link AuthCodeHandoverTest} with an account at CentralNic Reseller. */
@AtCnr
class AuthCodeHandoverAtCnrTest extends AuthCodeHandoverTest {

  @Autowired
  AuthCodeHandoverAtCnrTest(@LocalServerPort int port, RegistrarGateway gateway) {
    super(port, gateway);
  }
}
