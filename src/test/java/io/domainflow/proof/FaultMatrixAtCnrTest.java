package io.domainflow.proof;

import io.domainflow.account.Platform;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same at CentralNic Reseller, which has no log of what was done with a name. */
class FaultMatrixAtCnrTest extends FaultMatrix {

  @Autowired
  FaultMatrixAtCnrTest(@LocalServerPort int port) {
    super(port, Platform.CNR);
  }
}
