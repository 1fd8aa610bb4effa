package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferDomainTest {

  private static final String FOA = "\"zone\":{\"transferConfirmation\":\"ICANN-FOA-REQUEST\"}";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private ParsedAnswer transfer(String domain, String... lines) {
    return sandbox.call(
        "TransferDomain",
        RawRequest.join(new String[] {"DOMAIN=" + domain, "AUTH=secret1"}, lines));
  }

  private ParsedAnswer status(String domain) {
    return sandbox.call("StatusDomainTransfer", "DOMAIN=" + domain);
  }

  /** The text of the answer in the name's latest log entry. */
  private String lastLogged(String domain) {
    String index = sandbox.call("QueryObjectLogList", "OBJECTID=" + domain).first("LOGINDEX");
    return sandbox.call("StatusObjectLog", "LOGINDEX=" + index).all("OPERATIONINFO").stream()
        .filter(line -> line.startsWith("DESCRIPTION="))
        .findFirst()
        .orElse("");
  }

  private int post(String link) {
    return sandbox.control("POST", link, "").statusCode();
  }

  @Test
  void answersLikeTheDocumentedExampleAndSucceedsAfterThePendingPeriod() {
    registry.elsewhere("hexonet-transfer.com", "\"nameservers\":[\"ns1.old.example\"]");

    ParsedAnswer answer = transfer("hexonet-transfer.com");
    assertThat(answer.says())
        .isEqualTo("200 Command completed successfully; domain transfer initiated");
    assertThat(answer.pending()).isTrue();
    assertThat(answer.properties()).isEmpty();
    assertThat(registry.charged("hexonet-transfer.com")).isEqualTo("12.00");
    assertThat(status("hexonet-transfer.com").first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=hexonet-transfer.com").code()).isEqualTo(545);

    registry.advance("P4DT23H");
    assertThat(status("hexonet-transfer.com").first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    registry.advance("PT2H");

    assertThat(status("hexonet-transfer.com").code()).isEqualTo(545);
    ParsedAnswer name = sandbox.call("StatusDomain", "DOMAIN=hexonet-transfer.com");
    assertThat(name.first("USER")).isEqualTo("test.user");
    assertThat(name.first("RENEWALMODE")).isEqualTo("AUTORENEW");
    assertThat(name.all("NAMESERVER")).containsExactly("ns1.old.example");
    String ended =
        sandbox.call("QueryObjectLogList", "OBJECTID=hexonet-transfer.com").first("LOGDATE");
    assertThat(name.first("TRANSFERDATE")).isEqualTo(ended);
    ParsedAnswer owner = sandbox.call("StatusContact", "CONTACT=" + name.first("OWNERCONTACT"));
    assertThat(owner.first("EMAIL")).isEqualTo("old@example.org");
    assertThat(name.first("ADMINCONTACT")).isEqualTo(name.first("OWNERCONTACT"));
    assertThat(registry.log("hexonet-transfer.com"))
        .containsExactly(
            "INBOUND_TRANSFER SUCCESSFUL", "INBOUND_TRANSFER PENDING", "TRANSFER REQUEST");
    assertThat(
            sandbox.call("QueryEventList", "WIDE=1", "CLASS=DOMAIN_TRANSFER").all("EVENTSUBCLASS"))
        .containsExactly("TRANSFER_PENDING", "TRANSFER_SUCCESSFUL");
    assertThat(registry.charged("hexonet-transfer.com")).isEqualTo("12.00");
  }

  @Test
  void addsThePeriodToTheOldExpiry() {
    registry.elsewhere(
        "long.com", "\"expires\":\"P200D\",\"zone\":{\"transferPeriods\":[\"1Y\",\"3Y\"]}");
    registry.elsewhere("same.es", "\"expires\":\"P200D\"");
    String longYear = expiry("long.com").substring(0, 4);
    String before = expiry("same.es");

    assertThat(transfer("long.com", "PERIOD=2Y").says())
        .isEqualTo("541 Invalid attribute value; PERIOD");
    assertThat(transfer("long.com", "PERIOD=3Y").code()).isEqualTo(200);
    assertThat(transfer("same.es", "PERIOD=0").code()).isEqualTo(200);
    registry.advance("P6D");

    assertThat(registry.charged("long.com")).isEqualTo("36.00");
    assertThat(registry.charged("same.es")).isEqualTo("0.00");
    assertThat(
            Integer.parseInt(
                sandbox
                    .call("StatusDomain", "DOMAIN=long.com")
                    .first("EXPIRATIONDATE")
                    .substring(0, 4)))
        .isEqualTo(Integer.parseInt(longYear) + 3);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=same.es").first("EXPIRATIONDATE"))
        .isEqualTo(before);
  }

  private String expiry(String domain) {
    return sandbox.call("CheckDomainTransfer", "DOMAIN=" + domain).first("EXPIRATIONDATE");
  }

  @Test
  void waitsForTheRegistrantToConfirm() {
    registry.elsewhere("foa.com", FOA);
    transfer("foa.com", "EMAILTO=OLD@example.org", "EMAILSUBJECT=Your name");

    ParsedAnswer status = status("foa.com");
    assertThat(status.first("TRANSFERSTATUS")).isEqualTo("INITIATED");
    assertThat(status.first("TRANSFERTYPE")).isEqualTo("INCOMING");
    assertThat(status.all("TRANSFERLOG").get(0)).endsWith("[INITIATED] domain transfer initiated");
    String confirm = registry.link("old@example.org", "confirm");
    assertThat(registry.get("/sandbox/mailbox?to=nobody@example.org")).isEmpty();
    assertThat(registry.get("/sandbox/mailbox").get(0).get("subject").textValue())
        .isEqualTo("Your name");
    assertThat(sandbox.get(confirm)).contains("Your name", "<form method=\"post\">");
    assertThat(status("foa.com").first("TRANSFERSTATUS")).isEqualTo("INITIATED");

    registry.advance("P3D");
    assertThat(post(confirm)).isEqualTo(200);
    assertThat(post(confirm)).isEqualTo(409);
    assertThat(post(confirm.replaceAll("mail/[0-9a-f]", "mail/x"))).isEqualTo(404);
    assertThat(status("foa.com").first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    registry.advance("P4D");
    assertThat(status("foa.com").first("TRANSFERSTATUS")).isEqualTo("REQUESTED");
    registry.advance("P1DT1H");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=foa.com").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, 545", "B, 200"})
  void failsWhenTheRegistrantRefusesOrIsSilent(String profile, int code) {
    registry.profile(profile);
    registry.elsewhere("refused.com", FOA);
    transfer("refused.com");
    assertThat(post(registry.link("old@example.org", "refuse"))).isEqualTo(200);
    registry.elsewhere("silent.com", FOA);
    transfer("silent.com");
    registry.advance("P13D");
    assertThat(status("silent.com").first("TRANSFERSTATUS")).isEqualTo("INITIATED");
    registry.advance("P2D");

    for (String name : new String[] {"refused.com", "silent.com"}) {
      assertThat(status(name).code()).isEqualTo(code);
      assertThat(registry.charged(name)).isEqualTo("12.00 -12.00");
      assertThat(registry.log(name)).startsWith("INBOUND_TRANSFER FAILED");
      assertThat(sandbox.call("StatusDomain", "DOMAIN=" + name).code()).isEqualTo(545);
    }
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("1000000.00");
    assertThat(lastLogged("silent.com")).endsWith("the request was not confirmed in time");
    if (profile.equals("B")) {
      assertThat(status("refused.com").first("TRANSFERSTATUS")).isEqualTo("FAILED");
      assertThat(status("silent.com").all("TRANSFERLOG"))
          .last()
          .asString()
          .endsWith("[FAILED] the request was not confirmed in time");
      registry.advance("P31D");
      assertThat(status("silent.com").code()).isEqualTo(545);
    }
    assertThat(sandbox.call("QueryEventList").all("EVENT")).isEmpty();
  }

  @Test
  void endsAsSetUp() {
    registry.elsewhere(
        "denied.com",
        "\"next\":[{\"command\":\"TransferDomain\",\"after\":\"P4D\",\"outcome\":\"FAILED\","
            + "\"reason\":\"denied by the losing registrar\"}]");
    transfer("denied.com");
    registry.advance("P4D");

    assertThat(lastLogged("denied.com"))
        .isEqualTo("DESCRIPTION=Command failed; denied by the losing registrar");
    assertThat(status("denied.com").code()).isEqualTo(545);
    assertThat(transfer("denied.com").code()).as("again").isEqualTo(200);
  }

  @Test
  void neverShowsTheCode() {
    registry.elsewhere("secret.com", "\"authCode\":\"t0p&<secret>\"");
    sandbox.call("TransferDomain", "DOMAIN=secret.com", "AUTH=t0p&<secret>");

    String index =
        sandbox
            .call("QueryObjectLogList", "OBJECTID=secret.com", "OPERATIONSTATUS=REQUEST")
            .first("LOGINDEX");
    assertThat(sandbox.call("StatusObjectLog", "LOGINDEX=" + index).all("OPERATIONINFO"))
        .contains("AUTH=***", "DOMAIN=secret.com");
    assertThat(registry.get("/sandbox/ledger").toString())
        .contains("\"AUTH\":\"***\"")
        .doesNotContain("t0p");
    for (String table : new String[] {"ledger", "requests", "log", "transfers", "mails"}) {
      assertThat(registry.get("/sandbox/export").get(table).toString()).doesNotContain("t0p");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A|\"transferLock\":true|AUTH=secret1|552 Object status does not allow for operation; DOMAIN TRANSFER IS PROHIBITED BY STATUS (clientTransferProhibited)",
        "B|\"transferLock\":true|AUTH=secret1|549 Command failed; DOMAIN TRANSFER IS PROHIBITED BY STATUS (clientTransferProhibited)",
        "A|\"age\":\"P10D\"|AUTH=secret1|552 Object status does not allow for operation; DOMAIN TRANSFER IS PROHIBITED BY AGE OF THE DOMAIN",
        "A|\"age\":\"P900D\"|AUTH=wrong|531 Authorization failed; DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH",
        "B|\"age\":\"P900D\"|AUTH=wrong|549 Command failed; DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH",
        "A|\"authCheck\":\"UNKNOWN\"|AUTH=wrong|531 Authorization failed; DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH",
        "A|\"age\":\"P900D\"|AUTH=|504 Missing required attribute; AUTH",
        "B|\"age\":\"P900D\"|AUTH=|549 Command failed; DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH",
        "A|\"class\":\"PREMIUM_A\"|AUTH=secret1|504 Missing required attribute; CLASS=PREMIUM_A",
        "B|\"class\":\"PREMIUM_A\"|AUTH=secret1|541 Invalid attribute value; CLASS=PREMIUM_A"
      })
  void refusesWhatIsProhibited(String profile, String members, String line, String says) {
    registry.profile(profile);
    registry.elsewhere("wanted.com", members);

    assertThat(sandbox.call("TransferDomain", "DOMAIN=wanted.com", line).says()).isEqualTo(says);
    assertThat(registry.get("/sandbox/ledger")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CLASS=PREMIUM_B, 541, CLASS",
    "EMAILTO=new@example.org, 541, EMAILTO",
    "EMAILLANGUAGE=fr_FR, 541, EMAILLANGUAGE",
    "EMAILURL=https://example.org/, 541, EMAILURL",
    "OWNERCONTACT0=P-TUE1378025, 541, OWNERCONTACT0",
    "X-HK-REGISTRANT-BIRTH-DATE=2000-01-01, 503, X-HK-REGISTRANT-BIRTH-DATE",
    "X-CA-LEGALTYPE=CCT, 503, X-CA-LEGALTYPE",
    "ORDER=CREATE, 549, ORDER is not offered by the sandbox",
    "ACTION=NONSENSE, 541, ACTION",
    "ACTION=USERTRANSFER, 545, Object not found",
    "ACTION=CANCEL, 534, Object has not been flagged for transfer"
  })
  void refusesSurplusAndInvalidValues(String line, int code, String text) {
    registry.elsewhere("wanted.com", FOA);

    ParsedAnswer answer = transfer("wanted.com", line);

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.description()).endsWith(text);
  }

  @Test
  void profileBIgnoresContactsAndHasPendingAndNoEvents() {
    registry.profile("B");
    registry.elsewhere("wanted.com", "");

    assertThat(transfer("wanted.com", "OWNERCONTACT0=P-TUE1378025").code()).isEqualTo(200);
    assertThat(status("wanted.com").first("TRANSFERSTATUS")).isEqualTo("PENDING");
    assertThat(sandbox.call("TransferDomain", "DOMAIN=other.com", "ACTION=CANCEL").code())
        .isEqualTo(545);
    registry.advance("P6D");
    assertThat(status("wanted.com").first("TRANSFERSTATUS")).isEqualTo("SUCCESSFUL");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=wanted.com").first("OWNERCONTACT"))
        .isNotEqualTo("P-TUE1378025");
    assertThat(sandbox.call("QueryEventList").all("EVENT")).isEmpty();
  }

  @Test
  void takesContactsWhereTheZoneDoes() {
    registry.elsewhere("neu.de", "");

    assertThat(
            transfer(
                    "neu.de",
                    RawRequest.join(
                        RawRequest.contact("OWNERCONTACT0", "New Org"),
                        new String[] {"NAMESERVER0=ns1.example.net"}))
                .code())
        .isEqualTo(200);
    registry.advance("P6D");

    ParsedAnswer name = sandbox.call("StatusDomain", "DOMAIN=neu.de");
    assertThat(
            sandbox.call("StatusContact", "CONTACT=" + name.first("OWNERCONTACT")).first("EMAIL"))
        .isEqualTo("ada@example.net");
    assertThat(sandbox.call("StatusContact", "CONTACT=" + name.first("TECHCONTACT")).first("EMAIL"))
        .isEqualTo("old@example.org");
    assertThat(name.all("NAMESERVER")).containsExactly("ns1.example.net");
  }

  @Test
  void bringsNoContactsWhereThereWereNone() {
    registry.elsewhere("thin.com", "\"registrant\":null");
    transfer("thin.com");
    registry.advance("P6D");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=thin.com").all("OWNERCONTACT")).isEmpty();
  }

  @Test
  void costsWhatThePremiumClassSays() {
    registry.elsewhere(
        "dear.com",
        "\"class\":\"PREMIUM_A\",\"price\":900,\"renewalPrice\":300,\"currency\":\"USD\"");

    assertThat(transfer("dear.com", "CLASS=PREMIUM_A").code()).isEqualTo(200);
    assertThat(registry.charged("dear.com")).isEqualTo("300.00");
    assertThat(registry.get("/sandbox/ledger").get(0).get("currency").textValue()).isEqualTo("USD");
  }

  @Test
  void needsCredit() {
    registry.post(
        "/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"11.99\",\"creditLimit\":0}");
    registry.elsewhere("wanted.com", "");

    assertThat(transfer("wanted.com").code()).isEqualTo(546);
  }

  @Test
  void isRequestedOnceAndCanBeCancelled() {
    registry.elsewhere("wanted.com", "");
    transfer("wanted.com");

    assertThat(transfer("wanted.com").code()).isEqualTo(536);
    assertThat(
            sandbox
                .callAs(
                    "test.user2",
                    "test.passw0rd2",
                    "TransferDomain",
                    "DOMAIN=wanted.com",
                    "ACTION=CANCEL")
                .code())
        .isEqualTo(534);
    assertThat(sandbox.call("TransferDomain", "DOMAIN=wanted.com", "ACTION=CANCEL").code())
        .isEqualTo(200);
    assertThat(status("wanted.com").code()).isEqualTo(545);
    assertThat(registry.charged("wanted.com")).isEqualTo("12.00 -12.00 0.00");
    assertThat(sandbox.call("TransferDomain", "DOMAIN=wanted.com", "ACTION=CANCEL").code())
        .isEqualTo(534);
  }

  @Test
  void failsWhenTheRegistryFindsTheNameLockedOrTheCodeWrong() {
    registry.elsewhere("locked.com", FOA);
    transfer("locked.com");
    registry.happen("locked.com", "LOCKED");
    post(registry.link("old@example.org", "confirm"));
    registry.elsewhere("wrong.com", FOA + ",\"authCheck\":\"UNKNOWN\"");
    sandbox.call("TransferDomain", "DOMAIN=wrong.com", "AUTH=guessed");
    post(registry.link("old@example.org", "confirm"));

    assertThat(lastLogged("locked.com"))
        .endsWith("; DOMAIN TRANSFER IS PROHIBITED BY STATUS (clientTransferProhibited)");
    assertThat(lastLogged("wrong.com")).endsWith("; DOMAIN TRANSFER IS PROHIBITED BY WRONG AUTH");
  }

  @Test
  void losesAndDoublesItsEventsAsToldTo() {
    registry.post("/sandbox/faults", "{\"command\":\"EVENTS\",\"fault\":\"EVENTS_LOST\"}");
    registry.post("/sandbox/faults", "{\"command\":\"EVENTS\",\"fault\":\"EVENTS_TWICE\"}");
    registry.elsewhere("wanted.com", "");
    transfer("wanted.com");
    registry.advance("P6D");

    assertThat(sandbox.call("QueryEventList", "WIDE=1").all("EVENTSUBCLASS"))
        .containsExactly("TRANSFER_SUCCESSFUL", "TRANSFER_SUCCESSFUL");
  }
}
