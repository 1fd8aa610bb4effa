package io.domainflow.process.accountcheck;

import io.domainflow.account.Accounts;
import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link AccountCheckProcessTest} with an account at CentralNic Reseller. */
@AtCnr
class AccountCheckAtCnrTest extends AccountCheckProcessTest {

  @Autowired
  AccountCheckAtCnrTest(@LocalServerPort int port, Accounts accounts, JdbcClient jdbc) {
    super(port, accounts, jdbc);
  }
}
