package io.domainflow.process.namesimport;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link NamesImportReportTest} with an account at CentralNic Reseller. */
@AtCnr
class NamesImportReportAtCnrTest extends NamesImportReportTest {

  @Autowired
  NamesImportReportAtCnrTest(@LocalServerPort int port, JdbcClient jdbc) {
    super(port, jdbc);
  }
}
