package io.domainflow.process.authcode;

import io.domainflow.build.AtCnr;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link AuthCodeProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class AuthCodeAtCnrTest extends AuthCodeProcessTest {

  @Autowired
  AuthCodeAtCnrTest(@LocalServerPort int port, RegistrarGateway gateway, JdbcClient jdbc) {
    super(port, gateway, jdbc);
  }
}
