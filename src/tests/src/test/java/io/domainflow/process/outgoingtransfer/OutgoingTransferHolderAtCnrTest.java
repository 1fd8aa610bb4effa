package io.domainflow.process.outgoingtransfer;

import io.domainflow.build.AtCnr;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link OutgoingTransferHolderTest} with an account at CentralNic Reseller. */
@AtCnr
class OutgoingTransferHolderAtCnrTest extends OutgoingTransferHolderTest {

  @Autowired
  OutgoingTransferHolderAtCnrTest(
      @LocalServerPort int port,
      JdbcClient jdbc,
      DepartedDomains gone,
      RepositoryService repository,
      RegistrantMailAddresses mails) {
    super(port, jdbc, gone, repository, mails);
  }
}
