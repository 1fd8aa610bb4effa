package io.domainflow.process.drift;

import io.domainflow.build.AtCnr;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link DriftOfManyNamesTest} with an account at CentralNic Reseller. */
@AtCnr
class DriftOfManyNamesAtCnrTest extends DriftOfManyNamesTest {

  @Autowired
  DriftOfManyNamesAtCnrTest(@LocalServerPort int port, RegistrarGateway gateway, JdbcClient jdbc) {
    super(port, gateway, jdbc);
  }
}
