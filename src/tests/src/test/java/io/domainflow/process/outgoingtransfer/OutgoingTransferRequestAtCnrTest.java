package io.domainflow.process.outgoingtransfer;

import io.domainflow.build.AtCnr;
import io.domainflow.order.domain.DepartedDomains;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link OutgoingTransferRequestTest} with an account at CentralNic Reseller. */
@AtCnr
class OutgoingTransferRequestAtCnrTest extends OutgoingTransferRequestTest {

  @Autowired
  OutgoingTransferRequestAtCnrTest(
      @LocalServerPort int port, JdbcClient jdbc, DepartedDomains gone) {
    super(port, jdbc, gone);
  }
}
