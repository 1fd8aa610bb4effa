package io.domainflow.process.namesimport;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link NamesImportRequestTest} with an account at CentralNic Reseller. */
@AtCnr
class NamesImportRequestAtCnrTest extends NamesImportRequestTest {

  @Autowired
  NamesImportRequestAtCnrTest(@LocalServerPort int port, JdbcClient jdbc) {
    super(port, jdbc);
  }
}
