package io.domainflow.proof;

import io.domainflow.account.Platform;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class FaultMatrixTest extends FaultMatrix {

  @Autowired
  FaultMatrixTest(@LocalServerPort int port) {
    super(port, Platform.ISPAPI);
  }
}
