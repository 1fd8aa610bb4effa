package io.domainflow.process.outgoingtransfer;

import io.domainflow.build.AtCnr;
import io.domainflow.order.domain.DepartedDomains;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link OutgoingTransferApproverTest} with an account at CentralNic Reseller. */
@AtCnr
class OutgoingTransferApproverAtCnrTest extends OutgoingTransferApproverTest {

  @Autowired
  OutgoingTransferApproverAtCnrTest(
      @LocalServerPort int port, JdbcClient jdbc, DepartedDomains gone) {
    super(port, jdbc, gone);
  }
}
