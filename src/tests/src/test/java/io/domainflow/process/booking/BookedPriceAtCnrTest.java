package io.domainflow.process.booking;

import io.domainflow.build.AtCnr;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of {@link BookedPriceTest} with an account at CentralNic Reseller. */
@AtCnr
class BookedPriceAtCnrTest extends BookedPriceTest {

  @Autowired
  BookedPriceAtCnrTest(@LocalServerPort int port) {
    super(port);
  }
}
