package io.domainflow.process.accountcheck;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link AccountNamesRenewalModeTest} with an account at CentralNic Reseller. */
@AtCnr
class AccountNamesRenewalModeAtCnrTest extends AccountNamesRenewalModeTest {

  @Autowired
  AccountNamesRenewalModeAtCnrTest(@LocalServerPort int port, JdbcClient jdbc) {
    super(port, jdbc);
  }
}
