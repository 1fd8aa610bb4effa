package io.domainflow.sandbox.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another registrant is entered by ModifyDomain, refused, or becomes a trade. */
class ModifyDomainRegistrantTest {

  private static final String OWNER = "OWNERCONTACT0=P-TUE1378025";

  private SandboxServer sandbox;
  private Registry registry;
  private Reseller reseller;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    reseller = new Reseller(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\",\"nameservers\":[\"ns1.old.example\"]");
  }

  private void fallBack() {
    registry.post("/sandbox/accounts", "{\"login\":\"test.user\",\"modifyDomainFallback\":true}");
  }

  @ParameterizedTest
  @CsvSource({"A, 543", "B, 506"})
  void doesNotChangeTheRegistrantOfAGenericName(String profile, int code) {
    registry.profile(profile);

    assertThat(reseller.modify("ours.com", OWNER).code()).isEqualTo(code);
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").code()).isEqualTo(545);
  }

  @Test
  void changesTheRegistrantWhereUpdateDoes() {
    registry.name("ours.de", "\"owner\":\"OURS\"");
    registry.name("simple.com", "\"owner\":\"OURS\",\"zone\":{\"registrantChangeBy\":\"UPDATE\"}");

    for (String name : new String[] {"ours.de", "simple.com"}) {
      assertThat(reseller.modify(name, OWNER).code()).isEqualTo(200);
      assertThat(reseller.status(name).first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    }
  }

  @Test
  void entersTheFirstRegistrantAtOnce() {
    registry.name("bare.com", "\"owner\":\"OURS\",\"registrant\":null");
    fallBack();

    ParsedAnswer answer = reseller.modify("bare.com", OWNER, "ADMINCONTACT0=P-TUE1378025");

    assertThat(answer.pending()).isFalse();
    assertThat(reseller.status("bare.com").first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
  }

  @Test
  void becomesATradeInAnAccountConfiguredForTrades() {
    fallBack();
    String before = reseller.status("ours.com").first("OWNERCONTACT");

    ParsedAnswer answer = reseller.modify("ours.com", OWNER, "TRANSFERLOCK=1");

    assertThat(answer.says())
        .isEqualTo("200 Command completed successfully; trade pending - non-real-time");
    assertThat(answer.pending()).isTrue();
    assertThat(reseller.status("ours.com").first("OWNERCONTACT")).isEqualTo(before);
    assertThat(reseller.status("ours.com").first("TRANSFERLOCK")).isEqualTo("1");
    ParsedAnswer trade = sandbox.call("StatusDomainTrade", "DOMAIN=ours.com");
    assertThat(trade.first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    assertThat(trade.first("TRANSFERTYPE")).isEqualTo("TRADE");
    assertThat(trade.first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(trade.first("OLD-OWNERCONTACT")).isEqualTo(before);
    assertThat(trade.first("TRADE-REGISTRANT-NAME")).isEqualTo("Test User");
    assertThat(trade.all("TRANSFERLOG")).hasSize(3);
    assertThat(reseller.modify("ours.com", OWNER).code()).isEqualTo(552);

    assertThat(
            sandbox.control("POST", registry.link("old@example.org", "confirm"), "").statusCode())
        .isEqualTo(200);
    assertThat(reseller.status("ours.com").first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").first("TRANSFERSTATUS"))
        .isEqualTo("SUCCESSFUL");
  }

  @Test
  void lapsesAfterFourteenDays() {
    fallBack();
    reseller.modify("ours.com", OWNER);
    registry.advance("P13DT23H");
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").first("TRANSFERSTATUS"))
        .isEqualTo("REQUESTED");
    registry.advance("PT2H");

    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").first("TRANSFERSTATUS"))
        .isEqualTo("FAILED");
    assertThat(registry.log("ours.com"))
        .containsExactly("TRADE FAILED", "MODIFY PENDING", "TRADE PENDING");
    assertThat(reseller.status("ours.com").first("OWNERCONTACT")).isNotEqualTo("P-TUE1378025");
  }

  @Test
  void profileBHasNoPendingMarkSendsTheMailLateAndForgetsTheEnd() {
    registry.profile("B");
    fallBack();

    assertThat(reseller.modify("ours.com", OWNER).pending()).isFalse();
    assertThat(registry.get("/sandbox/mailbox")).isEmpty();
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").all("TRANSFERLOG")).hasSize(2);
    assertThat(reseller.modify("ours.com", OWNER).code()).isEqualTo(536);
    registry.advance("P3D");
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").all("TRANSFERLOG")).hasSize(3);
    sandbox.control("POST", registry.link("old@example.org", "refuse"), "");
    assertThat(sandbox.call("StatusDomainTrade", "DOMAIN=ours.com").code()).isEqualTo(545);
  }
}
