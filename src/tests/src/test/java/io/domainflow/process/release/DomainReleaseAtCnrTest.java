package io.domainflow.process.release;

import io.domainflow.build.AtCnr;
import io.domainflow.order.domain.DepartedDomains;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The stories of {@link DomainReleaseProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class DomainReleaseAtCnrTest extends DomainReleaseProcessTest {

  @Autowired
  DomainReleaseAtCnrTest(
      @LocalServerPort int port, DepartedDomains gone, TransactionTemplate transaction) {
    super(port, gone, transaction);
  }
}
