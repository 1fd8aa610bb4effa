package io.domainflow.process.authcode;

import io.domainflow.build.AtCnr;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link AuthCodeApprovalTest} with an account at CentralNic Reseller. */
@AtCnr
class AuthCodeApprovalAtCnrTest extends AuthCodeApprovalTest {

  @Autowired
  AuthCodeApprovalAtCnrTest(
      @LocalServerPort int port, RegistrarGateway gateway, RegistrantMailAddresses registrants) {
    super(port, gateway, registrants);
  }
}
