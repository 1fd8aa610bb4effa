package io.domainflow.process.registration;

import io.domainflow.account.Accounts;
import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link ContactHandlesTest} with an account at CentralNic Reseller. */
@AtCnr
class ContactHandlesAtCnrTest extends ContactHandlesTest {

  @Autowired
  ContactHandlesAtCnrTest(@LocalServerPort int port, Accounts accounts, JdbcClient jdbc) {
    super(port, accounts, jdbc);
  }
}
