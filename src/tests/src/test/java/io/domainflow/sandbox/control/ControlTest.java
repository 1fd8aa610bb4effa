package io.domainflow.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.protocol.RegistrarDate;
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

    ParsedAnswer status =
        sandbox.callAs("test.user2", "test.passw0rd2", "StatusDomain", "DOMAIN=full.com");
    assertThat(status.first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(status.first("AUTH")).isEqualTo("code-1");
    assertThat(status.first("REPOSITORY")).isEqualTo("COM-TEST");
    assertThat(status.first("EXPIRATIONDATE"))
        .isLessThan(RegistrarDate.of(now().minus(Duration.ofDays(45))));
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

    ParsedAnswer held = sandbox.call("StatusDomain", "DOMAIN=held.com");
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
        "/sandbox/registry|{\"domain\":\"a.com\",\"price\":1e9999999}|price",
        "/sandbox/registry|{\"domain\":\"a.com\",\"price\":1e2147483647}|price",
        "/sandbox/registry|{\"domain\":\"a.com\",\"price\":1e-9999999}|price",
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

    ParsedAnswer account = sandbox.call("StatusAccount");
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
    sandbox.call("AddDomain", RawRequest.registration("gone.com"));
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

  /** A registrar does not either, and whoever keeps handles would take one for another. */
  @Test
  void givesNoHandleAgainAfterAReset() {
    String before = sandbox.call("AddContact", RawRequest.contact("", "")).first("CONTACT");

    ok("/sandbox/reset", "");

    assertThat(sandbox.call("AddContact", RawRequest.contact("", "")).first("CONTACT"))
        .isNotEqualTo(before);
  }

  @Test
  void bringsAnExportBack() {
    sandbox.call("AddDomain", RawRequest.registration("kept.com"));
    String export = sandbox.get("/sandbox/export");
    String ledger = sandbox.get("/sandbox/ledger");
    ok("/sandbox/reset", "");

    ok("/sandbox/import", export);

    assertThat(sandbox.get("/sandbox/ledger")).isEqualTo(ledger);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=kept.com").code()).isEqualTo(200);
    sandbox.call("AddDomain", RawRequest.registration("next.com"));
    assertThat(sandbox.get("/sandbox/ledger?domain=next.com")).contains("\"seq\":2");
  }

  @Test
  void hasNoMailOfARegistration() {
    assertThat(sandbox.get("/sandbox/mailbox?to=old@example.org")).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "/sandbox, text/html;charset=UTF-8",
    "/sandbox/, text/html;charset=UTF-8",
    "/sandbox/sandbox.js, text/javascript;charset=UTF-8",
    "/sandbox/sandbox.css, text/css;charset=UTF-8"
  })
  void hasAPageThatRunsItsOwnScriptOnly(String path, String type) {
    HttpResponse<String> answer = sandbox.control("GET", path, "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void servesAloneWhatItsPageSharesWithOthers() {
    assertThat(sandbox.get("/pages/shared.js")).contains("export async function send");
    assertThat(sandbox.get("/sandbox/choices")).contains("\"alone\":true");
  }

  @Test
  void movesTheClockToATimeButNotBack() {
    Instant target = now().plus(Duration.ofDays(3));

    ok("/sandbox/clock", "{\"to\":\"" + target + "\"}");

    assertThat(Duration.between(target, now())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    HttpResponse<String> back =
        sandbox.control("POST", "/sandbox/clock", "{\"to\":\"2020-01-01T00:00:00Z\"}");
    assertThat(back.statusCode()).isEqualTo(400);
    assertThat(back.body())
        .contains("\"errors\":[{\"field\":\"to\",\"message\":\"must be later than the clock");
  }

  @Test
  void takesOneFaultAwayAndLeavesTheOthers() {
    ok("/sandbox/faults", "{\"command\":\"AddDomain\",\"fault\":\"EMPTY\"}");
    HttpResponse<String> two =
        sandbox.control(
            "POST", "/sandbox/faults", "{\"command\":\"AddDomain\",\"fault\":\"GARBAGE\"}");
    String first = two.body().replaceAll("^.*?\"number\":(\\d+).*$", "$1");

    HttpResponse<String> left = sandbox.control("DELETE", "/sandbox/faults/" + first, "");

    assertThat(left.body()).contains("GARBAGE").doesNotContain("EMPTY");
    assertThat(sandbox.control("DELETE", "/sandbox/faults/" + first, "").statusCode())
        .isEqualTo(200);
  }

  @Test
  void listsNamesWithWhatIsUnderWay() {
    ok(
        "/sandbox/registry",
        "[{\"domain\":\"ours.com\",\"owner\":\"OURS\",\"transferLock\":true},"
            + "{\"domain\":\"slow.com\",\"owner\":\"FREE\",\"class\":\"PREMIUM_A\",\"next\":"
            + "[{\"command\":\"AddDomain\",\"after\":\"P4D\",\"outcome\":\"FAILED\"}]},"
            + "{\"domain\":\"away.net\",\"owner\":\"OTHER_REGISTRAR\"}]");
    ok("/sandbox/happen", "{\"domain\":\"ours.com\",\"what\":\"OUTGOING_REQUESTED\"}");

    assertThat(sandbox.get("/sandbox/registry?domain=.COM"))
        .contains(
            "{\"found\":2,",
            "\"domain\":\"ours.com\",\"owner\":\"OURS\",\"account\":\"test.user\"",
            "\"statuses\":[\"ACTIVE\",\"TRANSFERLOCK\"]",
            "\"waits\":[{\"what\":\"TransferDomain\",\"atRegistry\":true",
            "\"domain\":\"slow.com\",\"owner\":\"FREE\",\"account\":null",
            "\"premium\":true",
            "\"outcome\":\"FAILED\"")
        .doesNotContain("away.net");
    assertThat(sandbox.get("/sandbox/registry?most=1")).contains("{\"found\":3,", "away.net");
  }

  @Test
  void givesTheLatestCallsOnly() {
    sandbox.call("CheckDomain", "DOMAIN=first.com");
    sandbox.call("CheckDomain", "DOMAIN=last.com");

    assertThat(sandbox.get("/sandbox/requests?latest=1"))
        .contains("last.com")
        .doesNotContain("first.com");
  }

  @Test
  void saysInWordsWhatThereIsToChooseFrom() {
    assertThat(sandbox.get("/sandbox/choices"))
        .contains(
            "\"AddDomain\"",
            "{\"form\":\"CODE_{}_AFTER\",\"meaning\":\"The command is executed, then answered",
            "{\"form\":\"EVENTS_LATE_{}\"",
            "{\"code\":599,",
            "{\"what\":\"MODE_CHANGED_ELSEWHERE\"",
            "\"to\":\"RENEWAL_MODE\"");
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
