package io.domainflow.sandbox.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of an account's bookings. */
class AccountingListTest {

  private SandboxServer sandbox;

  @BeforeEach
  void buy() {
    sandbox = SandboxServer.fresh();
    sandbox.call("AddDomain", RawRequest.registration("one.com", "PERIOD=1Y"));
    sandbox.call("AddDomain", RawRequest.registration("two.com", "PERIOD=2Y"));
    sandbox.call("RenewDomain", "DOMAIN=one.com", "PERIOD=1Y");
  }

  @Test
  void hasWhatWasChargedOldestFirst() {
    ParsedAnswer list = sandbox.call("QueryAccountingList");

    assertThat(list.all("ACCOUNTINGDESCRIPTION")).containsExactly("one.com", "two.com", "one.com");
    assertThat(list.all("ACCOUNTINGPRICE")).containsExactly("-12.00", "-24.00", "-12.00");
    assertThat(list.all("ACCOUNTINGTYPE"))
        .containsExactly("ADD_DOMAIN", "ADD_DOMAIN", "RENEW_DOMAIN");
    assertThat(list.all("ACCOUNTINGCURRENCY")).containsOnly("eur");
    assertThat(list.first("SUMPRICE")).isEqualTo("-48.00");
    assertThat(list.first("SUM")).isEqualTo("-57.12");
  }

  @Test
  void isFilteredAndPaged() {
    assertThat(
            sandbox
                .call("QueryAccountingList", "TYPE=ADD_DOMAIN", "FIRST=1", "LIMIT=1", "NOSUM=1")
                .all("ACCOUNTINGDESCRIPTION"))
        .containsExactly("two.com");
    assertThat(sandbox.call("QueryAccountingList", "DESCRIPTION=one.com").first("TOTAL"))
        .isEqualTo("2");
    assertThat(sandbox.call("QueryAccountingList", "MINDATE=2999-01-01").first("TOTAL"))
        .isEqualTo("0");
    assertThat(sandbox.callAs("test.user2", "test.passw0rd2", "QueryAccountingList").first("TOTAL"))
        .isEqualTo("0");
  }

  @Test
  void showsMoreTextAndLaterInProfileB() {
    new Registry(sandbox).profile("B");

    assertThat(sandbox.call("QueryAccountingList").first("TOTAL")).isEqualTo("0");
    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"PT3M\"}");

    assertThat(sandbox.call("QueryAccountingList").all("ACCOUNTINGDESCRIPTION"))
        .containsExactly("one.com", "two.com", "one.com (RenewDomain)");
  }
}
