package io.domainflow.process.drift;

import io.domainflow.build.AtCnr;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link DriftProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DriftProcessAtCnrTest extends DriftProcessTest {

  @Autowired
  DriftProcessAtCnrTest(@LocalServerPort int port, RegistrarGateway gateway) {
    super(port, gateway);
  }
}
