package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeDomainTest {

  private static final String OWNER = "OWNERCONTACT0=P-TUE1378025";
  private static final String NEW = "X-CONFIRM-DA-NEW-REGISTRANT=1";
  private static final String OLD = "X-CONFIRM-DA-OLD-REGISTRANT=1";
  private static final String OPT_OUT = "X-REQUEST-OPT-OUT-TRANSFERLOCK=1";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("ours.com", "\"owner\":\"OURS\",\"expires\":\"P900D\"");
  }

  private ParsedAnswer trade(String domain, String... lines) {
    return sandbox.call(
        "TradeDomain", RawRequest.join(new String[] {"DOMAIN=" + domain, OWNER, NEW}, lines));
  }

  private ParsedAnswer cancel(String domain) {
    return sandbox.call("TradeDomain", "DOMAIN=" + domain, "ACTION=Cancel");
  }

  private ParsedAnswer status(String domain) {
    return sandbox.call("StatusDomain", "DOMAIN=" + domain);
  }

  private ParsedAnswer tradeStatus(String domain) {
    return sandbox.call("StatusDomainTrade", "DOMAIN=" + domain);
  }

  private void confirm(String which) {
    assertThat(sandbox.control("POST", registry.link("old@example.org", which), "").statusCode())
        .isEqualTo(200);
  }

  private boolean traded(String domain) {
    return status(domain).first("OWNERCONTACT").equals("P-TUE1378025");
  }

  @Test
  void isDoneInRealTimeAndLocksWhenBothSidesAgreed() {
    ParsedAnswer answer = trade("ours.com", OLD, "X-REQUEST-OPT-OUT-TRANSFERLOCK=0");

    assertThat(answer.says())
        .isEqualTo("200 Command completed successfully; realtime domain trade succeeded");
    assertThat(answer.pending()).isFalse();
    assertThat(answer.properties()).isEmpty();
    assertThat(traded("ours.com")).isTrue();
    assertThat(status("ours.com").first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(registry.get("/sandbox/mailbox")).isEmpty();
    assertThat(tradeStatus("ours.com").first("TRANSFERSTATUS")).isEqualTo("SUCCESSFUL");
    assertThat(registry.log("ours.com")).containsExactly("TRADE SUCCESSFUL", "TRADE REQUEST");
    assertThat(registry.charged("ours.com")).isEqualTo("0.00");
    assertThat(sandbox.call("QueryEventList", "WIDE=1", "CLASS=DOMAIN_TRADE").all("EVENTSUBCLASS"))
        .containsExactly("TRADE_SUCCESSFUL");
    assertThat(status("ours.com").properties().keySet())
        .doesNotContain("X-CONFIRM-DA-NEW-REGISTRANT", "X-CONFIRM-DA-OLD-REGISTRANT");
  }

  @ParameterizedTest
  @CsvSource({"A, true", "B, false"})
  void waitsForThePriorRegistrantAndDoesNotLockWhenTheHolderOptedOut(
      String profile, boolean pending) {
    registry.profile(profile);
    String before = status("ours.com").first("OWNERCONTACT");

    // The prior registrant's agreement does not count beside the opt-out.
    ParsedAnswer answer = trade("ours.com", OLD, OPT_OUT);

    assertThat(answer.says())
        .isEqualTo("200 Command completed successfully; trade pending - non-real-time");
    assertThat(answer.pending()).isEqualTo(pending);
    assertThat(status("ours.com").first("OWNERCONTACT")).isEqualTo(before);
    assertThat(status("ours.com").first("TRADE-OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(status("ours.com").all("CURRENT-REGISTRANT-EMAIL"))
        .isEqualTo(pending ? List.of("old@example.org") : List.of());
    assertThat(tradeStatus("ours.com").first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    assertThat(sandbox.call("QueryForeignTransferList", "TARGET=TRADE").all("DOMAIN"))
        .containsExactly("ours.com");
    registry.advance("P4D");
    confirm("confirm");

    assertThat(traded("ours.com")).isTrue();
    assertThat(status("ours.com").first("TRANSFERLOCK")).isEqualTo("0");
    assertThat(status("ours.com").all("TRANSFERLOCK-EXPIRATIONDATE")).isEmpty();
    assertThat(status("ours.com").all("TRADE-OWNERCONTACT")).isEmpty();
    assertThat(tradeStatus("ours.com").code()).isEqualTo(pending ? 200 : 545);
    assertThat(registry.log("ours.com"))
        .containsExactly("TRADE SUCCESSFUL", "TRADE PENDING", "TRADE REQUEST");
    assertThat(sandbox.call("QueryEventList", "WIDE=1").all("EVENTSUBCLASS"))
        .hasSize(pending ? 2 : 0);
  }

  @Test
  void waitsAndLocksWhenOnlyTheNewRegistrantAgreed() {
    trade("ours.com");
    registry.advance("P13D");
    assertThat(status("ours.com").first("TRANSFERLOCK")).isEqualTo("0");
    confirm("confirm");

    assertThat(traded("ours.com")).isTrue();
    assertThat(status("ours.com").first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(status("ours.com").all("TRANSFERLOCK-EXPIRATIONDATE")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"A, 200", "B, 545"})
  void failsWhenThePriorRegistrantRefusesOrIsSilentOrItIsCancelled(String profile, int code) {
    registry.profile(profile);
    for (String name : new String[] {"silent.com", "refused.com", "cancelled.com"}) {
      registry.name(name, "\"owner\":\"OURS\",\"zone\":{\"tradePrice\":\"25.00\"}");
    }
    trade("silent.com");
    registry.advance("P13DT23H");
    assertThat(tradeStatus("silent.com").first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    trade("cancelled.com");
    assertThat(cancel("cancelled.com").says()).isEqualTo("200 Command completed successfully");
    trade("refused.com");
    registry.advance("P4D");
    confirm("refuse");

    assertThat(registry.charged("silent.com")).isEqualTo("25.00 -25.00");
    assertThat(registry.charged("refused.com")).isEqualTo("25.00 -25.00");
    assertThat(registry.charged("cancelled.com")).isEqualTo("25.00 -25.00 0.00");
    for (String name : new String[] {"silent.com", "refused.com", "cancelled.com"}) {
      assertThat(traded(name)).isFalse();
      assertThat(tradeStatus(name).code()).isEqualTo(code);
      assertThat(registry.log(name)).contains("TRADE FAILED");
    }
    if (profile.equals("A")) {
      assertThat(tradeStatus("cancelled.com").all("TRANSFERLOG"))
          .last()
          .asString()
          .endsWith("[FAILED] the change was cancelled");
    }
  }

  @ParameterizedTest
  @CsvSource({"A, 545, 552", "B, 552, 536"})
  void isCancelledBeforeAnotherOneBegins(String profile, int none, int second) {
    registry.profile(profile);

    assertThat(cancel("ours.com").code()).isEqualTo(none);
    trade("ours.com");
    assertThat(trade("ours.com", OLD).code()).isEqualTo(second);
    assertThat(cancel("ours.com").code()).isEqualTo(200);
    assertThat(trade("ours.com", OLD).code()).isEqualTo(200);
    assertThat(cancel("ours.com").code()).isEqualTo(none);
  }

  @ParameterizedTest
  @CsvSource({"A, TRADE, 200", "B, UPDATE, 219"})
  void tradesWhereThePagesHaveFieldsOfTheRegistrant(String profile, String by, int code) {
    registry.profile(profile);
    registry.name("plain.it", "\"owner\":\"OURS\"");
    registry.name("plain.de", "\"owner\":\"OURS\"");

    assertThat(changesBy("plain.it")).isEqualTo(by);
    assertThat(changesBy("plain.de")).isEqualTo("UPDATE");
    assertThat(sandbox.call("TradeDomain", "DOMAIN=plain.it", OWNER).code()).isEqualTo(code);
    assertThat(sandbox.call("ModifyDomain", "DOMAIN=plain.it", OWNER).code()).isEqualTo(200);
  }

  private String changesBy(String domain) {
    return sandbox
        .call("QueryDomainOptions", "DOMAIN0=" + domain)
        .first("ZONEPOLICYREGISTRANTNAMECHANGEBY");
  }

  @ParameterizedTest
  @CsvSource({"A, 503", "B, 200"})
  void costsWhatTheZoneSaysAndNeedsNoConfirmationIfTheRegistryTrades(String profile, int code) {
    registry.profile(profile);
    registry.name(
        "ours.it", "\"zone\":{\"registrantChangeBy\":\"TRADE\",\"tradePrice\":\"40.00\"}");
    registry.name("other.it", "\"zone\":{\"registrantChangeBy\":\"TRADE\"}");

    assertThat(trade("other.it").code()).isEqualTo(code);
    ParsedAnswer answer =
        sandbox.call(
            "TradeDomain",
            "DOMAIN=ours.it",
            OWNER,
            "ADMINCONTACT0=P-TUE1378025",
            "NAMESERVER0=ns1.example.net",
            "X-IT-PIN=secret-pin",
            "X-IT-REGISTRANT-ENTITY-TYPE=1");

    assertThat(answer.says()).endsWith("realtime domain trade succeeded");
    assertThat(traded("ours.it")).isTrue();
    ParsedAnswer status = status("ours.it");
    assertThat(status.first("ADMINCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(status.first("TECHCONTACT")).isNotEqualTo("P-TUE1378025");
    assertThat(status.all("NAMESERVER")).containsExactly("ns1.example.net");
    assertThat(status.first("X-IT-REGISTRANT-ENTITY-TYPE")).isEqualTo("1");
    assertThat(status.first("TRANSFERLOCK")).isEqualTo("0");
    assertThat(registry.charged("ours.it")).isEqualTo("40.00");
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("999960.00");
    assertThat(registry.get("/sandbox/ledger").toString()).doesNotContain("secret-pin");
    assertThat(registry.get("/sandbox/export").get("log").toString()).doesNotContain("secret-pin");
  }

  @Test
  void entersTheFirstRegistrantInRealTimeWithoutALock() {
    registry.name("bare.com", "\"owner\":\"OURS\",\"registrant\":null");

    assertThat(trade("bare.com").pending()).isFalse();
    assertThat(traded("bare.com")).isTrue();
    assertThat(status("bare.com").first("TRANSFERLOCK")).isEqualTo("0");
  }

  private void next(String domain, String after, String outcome) {
    registry.name(
        domain,
        "\"zone\":{\"tradePrice\":\"25.00\"},\"next\":[{\"command\":\"TradeDomain\",\"after\":\""
            + after
            + "\",\"outcome\":\""
            + outcome
            + "\",\"reason\":\"the registry says no\"}]");
  }

  @Test
  void endsAsSetUpWithoutAnAnswer() {
    next("good.com", "P4D", "SUCCESSFUL");
    next("bad.com", "P4D", "FAILED");
    next("agreed.com", "P4D", "FAILED");

    assertThat(trade("good.com").pending()).isTrue();
    assertThat(trade("bad.com", OPT_OUT).pending()).isTrue();
    ParsedAnswer agreed = trade("agreed.com", OLD);
    assertThat(agreed.pending()).as("set up to wait").isTrue();
    assertThat(tradeStatus("agreed.com").first("TRANSFERSTATUS")).isEqualTo("PENDING");
    assertThat(sandbox.call("ResendDomainTransferConfirmationEmails", "DOMAIN=agreed.com").code())
        .as("nobody is asked")
        .isEqualTo(552);
    registry.advance("P3DT23H");
    assertThat(tradeStatus("good.com").first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    registry.advance("PT2H");

    assertThat(traded("good.com")).isTrue();
    assertThat(status("good.com").first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(registry.charged("good.com")).isEqualTo("25.00");
    for (String name : new String[] {"bad.com", "agreed.com"}) {
      assertThat(traded(name)).isFalse();
      assertThat(tradeStatus(name).all("TRANSFERLOG"))
          .last()
          .asString()
          .endsWith("[FAILED] the registry says no");
      assertThat(registry.charged(name)).isEqualTo("25.00 -25.00");
    }
    assertThat(trade("bad.com", OLD).pending()).as("next counts once").isFalse();
  }

  @Test
  void waitsForTheRegistryOnceThePriorRegistrantHasConfirmed() {
    next("slow.com", "P20D", "FAILED");
    next("silent.com", "P20D", "SUCCESSFUL");
    trade("silent.com");
    trade("slow.com");
    registry.advance("P2D");
    confirm("confirm");

    assertThat(tradeStatus("slow.com").first("TRANSFERSTATUS")).isEqualTo("PENDING");
    assertThat(traded("slow.com")).isFalse();
    registry.advance("P13D");
    assertThat(tradeStatus("silent.com").first("TRANSFERSTATUS"))
        .as("lapsed before the registry decides")
        .isEqualTo("FAILED");
    registry.advance("P6D");
    assertThat(tradeStatus("slow.com").first("TRANSFERSTATUS")).isEqualTo("FAILED");
  }

  @Test
  void failsWhenTheNameIsHeldOrGoneBeforeTheConfirmation() {
    registry.name("gone.com", "\"owner\":\"OURS\"");
    trade("gone.com");
    registry.post(
        "/sandbox/happen",
        "{\"domain\":\"gone.com\",\"what\":\"MOVED_TO_ACCOUNT\",\"to\":\"test.user2\"}");
    confirm("confirm");
    trade("ours.com");
    registry.happen("ours.com", "HOLD");
    confirm("confirm");

    for (String name : new String[] {"gone.com", "ours.com"}) {
      assertThat(tradeStatus(name).first("TRANSFERSTATUS")).isEqualTo("FAILED");
    }
    assertThat(traded("ours.com")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"A, 2", "B, 1"})
  void sendsTheMailAgain(String profile, int sent) {
    registry.profile(profile);
    trade("ours.com");

    assertThat(sandbox.call("ResendDomainTransferConfirmationEmails", "DOMAIN=ours.com").code())
        .isEqualTo(200);

    assertThat(registry.get("/sandbox/mailbox?to=old@example.org")).hasSize(sent);
    confirm("confirm");
    assertThat(traded("ours.com")).isTrue();
  }

  @Test
  void showsAndKeepsTheContactsItIsAboutToSet() {
    trade(
        "ours.com",
        RawRequest.join(
            RawRequest.contact("TECHCONTACT0", "Tech Org"), new String[] {"NAMESERVER0=ns9.net"}));
    ParsedAnswer trade = tradeStatus("ours.com");

    String tech = trade.first("TECHCONTACT");
    assertThat(tech).isNotEqualTo(trade.first("OLD-TECHCONTACT"));
    assertThat(trade.first("ADMINCONTACT")).isEqualTo(trade.first("OLD-ADMINCONTACT"));
    assertThat(trade.all("NAMESERVER")).containsExactly("ns9.net");
    assertThat(status("ours.com").first("TECHCONTACT")).isEqualTo(trade.first("OLD-TECHCONTACT"));
    assertThat(sandbox.call("DeleteContact", "CONTACT=" + tech).code()).isEqualTo(506);
    confirm("confirm");
    assertThat(status("ours.com").first("TECHCONTACT")).isEqualTo(tech);
  }

  @Test
  void isKeptByExportAndImport() {
    next("slow.com", "P20D", "FAILED");
    trade("slow.com", OLD);
    trade("ours.com", OLD);
    String export = sandbox.get("/sandbox/export");

    registry.post("/sandbox/reset", "");
    registry.post("/sandbox/import", export);

    assertThat(sandbox.get("/sandbox/export")).isEqualTo(export);
    registry.advance("P20D");
    assertThat(tradeStatus("slow.com").first("TRANSFERSTATUS")).isEqualTo("FAILED");
  }
}
