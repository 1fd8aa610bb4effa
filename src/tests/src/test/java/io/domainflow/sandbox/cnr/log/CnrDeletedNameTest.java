package io.domainflow.sandbox.cnr.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CentralNic Reseller lists deleted names. */
class CnrDeletedNameTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("gone.com", "\"platform\":\"CNR\",\"owner\":\"OURS\"");
    registry.happen("gone.com", "DELETED_ELSEWHERE");
  }

  private CnrAnswer status() {
    return sandbox.cnr("StatusDomain", "DOMAIN=gone.com");
  }

  private CnrAnswer history() {
    return sandbox.cnr("StatusDomainHistory", "DOMAIN=gone.com");
  }

  @Test
  void areInTheHistoryOnly() {
    assertThat(status().says()).isEqualTo("545 Entity reference not found");
    CnrAnswer history = history();
    assertThat(history.first("domain")).isEqualTo("gone.com");
    assertThat(history.first("rgp status")).isEqualTo("redemptionGrace");
    assertThat(history.first("rgp enddate")).isGreaterThan(history.first("deleted date"));
    assertThat(history.all("owner contact")).hasSize(1);
    assertThat(history.properties())
        .containsKeys("created date", "registration expiration date", "updated date", "roid");
  }

  @Test
  void areShownWithTheirStatusInTheOtherReading() {
    registry.profile("B");

    assertThat(status().all("status")).contains("redemptionPeriod");
    assertThat(status().first("rgp status")).isEqualTo("redemptionPeriod");
    assertThat(history().first("rgp status")).isEqualTo("redemptionPeriod");
    sandbox.cnr("RestoreDomain", "DOMAIN=gone.com");
    assertThat(status().all("status")).contains("pendingRestore");
  }

  @Test
  void areListedUntilTheyAreFree() {
    CnrAnswer list = sandbox.cnr("QueryDomainHistoryList", "DOMAIN=g*", "WIDE=1");
    assertThat(list.all("column"))
        .containsExactly(
            "historyid", "deleteddate", "domain", "zone", "reason", "status", "status until");
    assertThat(list.all("domain")).containsExactly("gone.com");
    assertThat(list.all("zone")).containsExactly("com");
    assertThat(list.all("status")).containsExactly("redemptionGrace");
    registry.advance("P31D");

    assertThat(history().first("rgp status")).isEqualTo("pendingDelete");
    assertThat(sandbox.cnr("QueryDomainHistoryList", "STATUS=REDEMPTIONPERIOD").all("domain"))
        .isEmpty();
    assertThat(sandbox.cnr("QueryDomainHistoryList", "STATUS=PENDINGDELETE").all("domain"))
        .as("it was deleted more than a month ago")
        .isEmpty();
    assertThat(
            sandbox
                .cnr(
                    "QueryDomainHistoryList",
                    "STATUS=PENDINGDELETE",
                    "MINDATE=2020-01-01 00:00:00",
                    "ORDERBY=DELETEDDATE",
                    "ORDER=DESC")
                .all("domain"))
        .containsExactly("gone.com");
    registry.advance("P5D");
    assertThat(history().code()).isEqualTo(545);
    assertThat(sandbox.cnr("CheckDomain", "DOMAIN=gone.com").code()).isEqualTo(210);
  }

  @Test
  void areNobodyElses() {
    assertThat(
            sandbox
                .cnrAs("test.user2", "test.passw0rd2", "StatusDomainHistory", "DOMAIN=gone.com")
                .code())
        .isEqualTo(545);
    assertThat(
            sandbox.cnrAs("test.user2", "test.passw0rd2", "QueryDomainHistoryList").all("domain"))
        .isEmpty();
    assertThat(sandbox.cnr("StatusDomainHistory", "DOMAIN=gone.com", "HISTORYID=1").code())
        .isEqualTo(545);
  }
}
