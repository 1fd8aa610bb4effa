package io.domainflow.process.accountcheck;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link AccountNamesTest} with an account at CentralNic Reseller. */
@AtCnr
class AccountNamesAtCnrTest extends AccountNamesTest {

  @Autowired
  AccountNamesAtCnrTest(@LocalServerPort int port, JdbcClient jdbc) {
    super(port, jdbc);
  }
}
