package io.domainflow.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.Wire;
import io.domainflow.sandbox.WireAnswer;
import io.domainflow.sandbox.wire.WireDate;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private void ok(String path, String json) {
    HttpResponse<String> answer = sandbox.control("POST", path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private Instant now() {
    byte[] json = sandbox.get("/sandbox/clock").getBytes(StandardCharsets.UTF_8);
    return Instant.parse(ControlBody.tree(json).get("now").textValue());
  }

  @Test
  void acceptsEveryMemberOfARegistryObject() {
    ok(
        "/sandbox/registry",
        """
        {"domain":"full.com","owner":"OURS","account":"test.user2",
         "registrant":{"firstName":"Old","lastName":"Owner","organization":null,
           "street":["Road 1"],"city":"Paris","state":null,"postalCode":"75001","country":"FR",
           "phone":"+33.123456789","email":"owner@example.org"},
         "authCode":"code-1","authCheck":"UNKNOWN","transferLock":true,"age":"P30D",
         "expires":"-P46D","class":null,"price":null,"renewalPrice":null,"currency":"EUR","claims":false,
         "zone":{"repository":"COM-TEST","registrantChangeBy":"ICANN-TRADE",
           "transferConfirmation":"NONE","transferPeriods":["1Y"],"transferPending":"P5D",
           "tradePrice":null},
         "next":[{"command":"TradeDomain","after":"P4D","outcome":"FAILED","reason":"because"}]}
        """);

    WireAnswer status =
        sandbox.callAs("test.user2", "test.passw0rd2", "StatusDomain", "DOMAIN=full.com");
    assertThat(status.first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(status.first("AUTH")).isEqualTo("code-1");
    assertThat(status.first("REPOSITORY")).isEqualTo("COM-TEST");
    assertThat(status.first("EXPIRATIONDATE"))
        .isLessThan(WireDate.of(now().minus(Duration.ofDays(45))));
    assertThat(
            sandbox
                .callAs(
                    "test.user2",
                    "test.passw0rd2",
                    "StatusContact",
                    "CONTACT=" + status.first("OWNERCONTACT"))
                .first("EMAIL"))
        .isEqualTo("owner@example.org");
    assertThat(sandbox.get("/sandbox/export"))
        .contains("ICANN-TRADE", "\"outcome\":\"FAILED\"", "\"authCheck\":\"UNKNOWN\"");
  }

  @Test
  void givesANameTheOldHolderUnlessItComesWithoutContacts() {
    ok(
        "/sandbox/registry",
        "[{\"domain\":\"held.com\"},{\"domain\":\"bare.com\",\"registrant\":null}]");

    WireAnswer held = sandbox.call("StatusDomain", "DOMAIN=held.com");
    assertThat(
            sandbox.call("StatusContact", "CONTACT=" + held.first("OWNERCONTACT")).first("EMAIL"))
        .isEqualTo("old@example.org");
    assertThat(held.first("AUTH")).isEqualTo("secret1");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=bare.com").all("OWNERCONTACT")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/sandbox/registry|{\"domain\":\"a.com\",\"ownr\":\"FREE\"}|ownr",
        "/sandbox/registry|{\"domain\":\"a.com\",\"owner\":\"NOBODY\"}|owner",
        "/sandbox/registry|{\"owner\":\"FREE\"}|domain",
        "/sandbox/registry|{\"domain\":\"not a name\"}|domain",
        "/sandbox/registry|{\"domain\":\"a.nosuchzone\"}|zone",
        "/sandbox/registry|{\"domain\":\"a.com\",\"age\":\"3 days\"}|age",
        "/sandbox/registry|{\"domain\":\"a.com\",\"account\":\"me\"}|account",
        "/sandbox/registry|{\"domain\":\"a.com\",\"next\":[{\"command\":\"AddDomain\"}]}|after",
        "/sandbox/registry|{\"domain\":\"a.com\",\"zone\":{\"repo\":\"X\"}}|zone.repo",
        "/sandbox/registry|{\"domain\":\"a.com\",\"price\":1,\"currency\":\"euro\"}|currency",
        "/sandbox/registry|{\"domain\":\"a.com\",\"price\":1,\"renewalPrice\":-1}|renewalPrice",
        "/sandbox/registry|{\"domain\":\"a.com\",\"renewalPrice\":1}|renewalPrice",
        "/sandbox/registry|[1]|object",
        "/sandbox/registry|nonsense|JSON",
        "/sandbox/clock|{\"advance\":\"-P1D\"}|advance",
        "/sandbox/clock|{\"advance\":\"tomorrow\"}|advance",
        "/sandbox/clock|{}|advance",
        "/sandbox/profile|{\"name\":\"C\"}|name",
        "/sandbox/accounts|{\"login\":\"me\",\"balance\":1}|login",
        "/sandbox/accounts|{\"login\":\"test.user\",\"renewalMode\":\"NEVER\"}|renewalMode",
        "/sandbox/accounts|{\"login\":\"test.user\",\"currency\":\"euro\"}|currency",
        "/sandbox/import|{\"nothing\":[]}|nothing"
      })
  void saysWhatIsWrongWithAControlCall(String path, String json, String detail) {
    HttpResponse<String> answer = sandbox.control("POST", path, json);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains(detail).doesNotContain("Exception", "io.domainflow.");
  }

  @Test
  void acceptsAllOfAListOrNothing() {
    sandbox.control("POST", "/sandbox/registry", "[{\"domain\":\"one.com\"},{\"domain\":\"\"}]");

    assertThat(sandbox.call("CheckDomain", "DOMAIN=one.com").code()).isEqualTo(210);
  }

  @Test
  void keepsTheAccountsMembersThatAreAbsent() {
    ok("/sandbox/accounts", "{\"login\":\"test.user\",\"currency\":\"USD\"}");

    WireAnswer account = sandbox.call("StatusAccount");
    assertThat(account.first("CURRENCY")).isEqualTo("USD");
    assertThat(account.first("AMOUNT")).isEqualTo("1000000.00");
  }

  @Test
  void movesTheClockAndPutsItBack() {
    Instant before = now();

    HttpResponse<String> moved =
        sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"P14D\"}");
    assertThat(moved.body()).contains("\"now\":", "\"steps\":1");
    assertThat(Duration.between(before, now())).isBetween(Duration.ofDays(14), Duration.ofDays(15));

    ok("/sandbox/reset", "");
    assertThat(Duration.between(before, now())).isLessThan(Duration.ofDays(1));
  }

  @Test
  void forgetsEverythingWhenReset() {
    sandbox.call("AddDomain", Wire.registration("gone.com"));
    ok("/sandbox/faults", "{\"command\":\"*\",\"fault\":\"EMPTY\",\"times\":5}");
    ok("/sandbox/profile", "{\"name\":\"B\"}");
    ok("/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"1.00\"}");

    ok("/sandbox/reset", "");

    assertThat(sandbox.get("/sandbox/ledger")).isEqualTo("[]");
    assertThat(sandbox.get("/sandbox/requests")).isEqualTo("[]");
    assertThat(sandbox.get("/sandbox/faults")).isEqualTo("[]");
    assertThat(sandbox.get("/sandbox/profile")).isEqualTo("{\"name\":\"A\"}");
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("1000000.00");
    assertThat(sandbox.call("CheckDomain", "DOMAIN=gone.com").code()).isEqualTo(210);
  }

  @Test
  void bringsAnExportBack() {
    sandbox.call("AddDomain", Wire.registration("kept.com"));
    String export = sandbox.get("/sandbox/export");
    String ledger = sandbox.get("/sandbox/ledger");
    ok("/sandbox/reset", "");

    ok("/sandbox/import", export);

    assertThat(sandbox.get("/sandbox/ledger")).isEqualTo(ledger);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=kept.com").code()).isEqualTo(200);
    sandbox.call("AddDomain", Wire.registration("next.com"));
    assertThat(sandbox.get("/sandbox/ledger?domain=next.com")).contains("\"seq\":2");
  }

  @Test
  void hasNoMailOfARegistration() {
    assertThat(sandbox.get("/sandbox/mailbox?to=old@example.org")).isEqualTo("[]");
  }

  @Test
  void showsItselfOnAPageWithoutRunningWhatStrangersTyped() {
    sandbox.call("AddDomain", Wire.registration("page.com"));
    sandbox.callAs("<script>alert(1)</script>", "x", "<b>What</b>");

    HttpResponse<String> page = sandbox.control("GET", "/sandbox", "");

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("page.com", "test.user", "12.00", "profile A", "&lt;script&gt;")
        .doesNotContain("<script", "<b>");
  }

  @ParameterizedTest
  @CsvSource({"Origin, https://evil.example", "Origin, null"})
  void letsNoPageOfAnotherSiteControlIt(String header, String value) throws IOException {
    HttpResponse<String> answer =
        sandbox.send(
            HttpRequest.newBuilder(sandbox.uri("/sandbox/reset"))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void isHealthyWithoutALogin() {
    assertThat(sandbox.get("/actuator/health")).contains("UP");
  }
}
