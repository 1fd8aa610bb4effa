package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.OnlyInFull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator works on the screen, in a real browser, and the ledger shows the right results. */
@DomainflowTest
class OperatorInTasklistTest {

  private final int port;
  private final Registrations registrations;
  private Browser browser;
  private Tasklist tasklist;

  @Autowired
  OperatorInTasklistTest(@LocalServerPort int port) {
    this.port = port;
    this.registrations = new Registrations(port);
  }

  @BeforeEach
  void logIn() {
    browser = Browser.open();
    tasklist = Tasklist.logIn(browser, port, "operator");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("last");
      browser.close();
    }
  }

  @Test
  void collectsTheAdditionalFieldsOfATopLevelDomain() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");

    tasklist.openTaskOf(domain);
    assertThat(tasklist.text())
        .contains("Still missing: Legal type of the registrant")
        .contains("the account is charged");
    tasklist.claim();
    tasklist.complete();
    tasklist.awaitText("Field is required");
    tasklist.select("Legal type of the registrant", "Canadian citizen");
    browser.picture("collect-additional-fields");
    tasklist.complete();
    tasklist.awaitCompleted();

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(bought(domain))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.get("command").asText()).isEqualTo("AddDomain");
              assertThat(entry.at("/parameters/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
            });
  }

  @Test
  void changesNameServersFromThoseThatThereAre() {
    String domain = freshName("com");
    registrations.awaitStatus(registrations.place(domain), "COMPLETED");
    String before = "ns1.example.net, ns2.example.net";

    tasklist.openStartList();
    tasklist.openStartForm("Domain update");
    tasklist.select("Account", "sandbox");
    tasklist.fill("Domain", domain);
    tasklist.awaitText("Now: " + before);
    assertThat(tasklist.present())
        .hasSize(4)
        .allMatch(line -> line.startsWith("Now: ") && line.contains(" (read on "));
    browser.picture("update-start");
    tasklist.press("Take these");
    assertThat(tasklist.valueOf("Name servers")).isEqualTo(before);
    tasklist.fill("Name servers", before + ", ns3.example.net");
    tasklist.start();

    tasklist.awaitText("It is completed");
    assertThat(registrations.ledger(domain).toString()).contains("ns3.example.net");
  }

  @Test
  void sendsASecretThatTheBrowserHasNotSeen() {
    String domain = freshName("lotto");
    String code = "code" + UUID.randomUUID();
    String reference =
        registrations.place(
            domain, ", 'additionalFields': {'X-ASSOCIATION-AUTH': '%s'}".formatted(code));
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");

    tasklist.openTaskOf(domain);
    tasklist.claim();
    assertThat(tasklist.valueOf("Verification code of the membership")).isEqualTo("••••••••");
    assertThat(tasklist.hidesWhatIsTyped("Verification code of the membership")).isTrue();
    assertThat(tasklist.hidesWhatIsTyped("Membership number")).isFalse();
    tasklist.fill("Membership number", "member 17");
    browser.picture("secret-field");
    tasklist.complete();
    tasklist.awaitCompleted();

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(new Caller(port, "admin").get("/sandbox/export").body().toString())
        .contains(code, "member 17")
        .doesNotContain("••••");
  }

  @Test
  void approvesThePriceOfAPremiumName() {
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '900.00',"
                + " 'renewalPrice': '300.00', 'currency': 'EUR'}")
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "PRICE");

    tasklist.openTaskOf(domain);
    assertThat(tasklist.text())
        .contains("Approve (costs 900.00 EUR)", "300.00 EUR")
        .doesNotContain("PREMIUM_A");
    tasklist.pressFacts();
    assertThat(tasklist.text()).contains("PREMIUM_A");
    tasklist.claim();
    tasklist.choose("Approve");
    browser.picture("decide-on-price");
    tasklist.complete();
    tasklist.awaitCompleted();

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/price/amount").asText()).isEqualTo("900.00");
    assertThat(bought(domain))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.get("command").asText()).isEqualTo("AddDomainApplication");
              assertThat(entry.get("charged").asText()).isEqualTo("900.00");
            });
  }

  @Test
  @OnlyInFull("RestorationProcessTest, over REST; approvesThePriceOfAPremiumName")
  void approvesThePriceOfARestoreAndSeesTheNameRenewed() {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': '-P50D'}".formatted(domain));
    registrations.happen(domain, "DELETED_ELSEWHERE");
    String expiry =
        Instant.parse(registrations.now()).minus(Duration.ofDays(50)).toString().substring(0, 10);
    String reference = registrations.placeRenewal(domain, "1Y", expiry, "");
    registrations.awaitWaitingFor(reference, "PRICE");

    tasklist.openTaskOf(domain);
    assertThat(tasklist.text())
        .contains("It can be restored until", "Approve (costs 72.00 EUR)")
        .doesNotContain("1Y, each year");
    tasklist.pressFacts();
    assertThat(tasklist.text())
        .contains("60.00 EUR", "1Y, each year 12.00 EUR", "nothing has been charged");
    assertThat(registrations.ledger(domain))
        .extracting(entry -> entry.get("command").asText())
        .doesNotContain("RestoreDomain");
    tasklist.claim();
    tasklist.choose("Approve");
    browser.picture("approve-restore-price");
    tasklist.complete();
    tasklist.awaitCompleted();

    registrations.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    registrations.advance("P2D");
    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(order.at("/price/amount").asText()).isEqualTo("72.00");
  }

  @Test
  @OnlyInFull("StartFormsTest, over REST; startsARegistrationAndFillsInWhatTheRegistryWants")
  void startsARenewalAndReadsThatItNeedsAPeriod() {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P90D'}".formatted(domain));
    String expiry =
        Instant.parse(registrations.now()).plus(Duration.ofDays(90)).toString().substring(0, 10);
    String reference = "S-" + UUID.randomUUID();

    tasklist.openStartList();
    tasklist.openStartForm("Domain renewal");
    tasklist.choose("Renew");
    tasklist.fill("Reference", reference);
    tasklist.select("Account", "sandbox");
    tasklist.fill("Domain", domain);
    tasklist.fill("Its period ends on", expiry);
    browser.picture("start-renewal");
    tasklist.start();
    assertThat(tasklist.errorAt("Renew by")).isEqualTo("Is required.");
    assertThat(registrations.ledger(domain)).isEmpty();

    tasklist.select("Renew by", "1 year");
    tasklist.start();
    tasklist.awaitStarted();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(registrations.ledger(domain))
                    .singleElement()
                    .satisfies(
                        entry ->
                            assertThat(entry.get("command").asText()).isEqualTo("RenewDomain")));
  }

  @Test
  void startsARegistrationAndFillsInWhatTheRegistryWants() {
    String domain = freshName("ca");

    tasklist.openStartList();
    tasklist.openStartForm("Domain registration");
    String reference = tasklist.valueOf("Reference");
    assertThat(reference).matches("OP-\\d{8}-[2-9A-Z]{4}");
    tasklist.start();
    assertThat(tasklist.refusal())
        .contains("Nothing was started.", "Fill in «Account», «Domain», «Registrant: first name»");
    assertThat(tasklist.errorAt("Account")).isEqualTo("Field is required.");

    tasklist.select("Account", "sandbox");
    assertThat(tasklist.refusal())
        .contains("Fill in «Domain», «Registrant: first name»")
        .doesNotContain("Account");
    tasklist.fill("Domain", "any.at");
    assertThat(tasklist.options("Period")).containsExactly("1 year");
    tasklist.fill("Domain", domain);
    assertThat(tasklist.options("Period")).hasSize(10);
    tasklist.select("Period", "2 years");
    tasklist.fill("Name servers", "ns1.example.net, not/a/host");
    tasklist.fill("Registrant: first name", "Ada");
    tasklist.fill("Registrant: last name", "Example");
    tasklist.fill("Registrant: street", "Main Street 1, Back House");
    tasklist.fill("Registrant: city", "Toronto");
    tasklist.fill("Registrant: state or province", "ON");
    tasklist.fill("Registrant: postal code", "M4B 1B3");
    tasklist.select("Registrant: country", "Canada (CA)");
    tasklist.fill("Accept a price of up to", "20.00");
    tasklist.fill("Registrant: phone", "416 5550123");
    tasklist.fill("Registrant: mail address", "ada@example.net");
    assertThat(tasklist.errors()).isZero();
    tasklist.start();
    assertThat(tasklist.errorAt("Name servers")).startsWith("No. 2 is not a valid domain name");
    assertThat(tasklist.errorAt("Registrant: phone")).startsWith("Must start with +");
    assertThat(tasklist.errorAt("Currency")).isEqualTo("Is required.");
    assertThat(tasklist.errors()).isEqualTo(3);
    assertThat(tasklist.refusal())
        .contains(
            "Nothing was started.", "Correct «Name servers», «Registrant: phone», «Currency».")
        .doesNotContain("Fill in");
    assertThat(tasklist.showsTheRefusal()).isTrue();
    browser.picture("start-registration-refused");
    assertThat(tasklist.valueOf("Registrant: country")).isEqualTo("Canada (CA)");
    assertThat(registrations.operator().get("/api/v1/orders/" + reference).status()).isEqualTo(404);

    tasklist.fill("Name servers", "ns1.example.net, ns2.example.net");
    assertThat(tasklist.errors()).as("the others").isEqualTo(2);
    assertThat(tasklist.refusal()).contains("Correct «Registrant: phone», «Currency».");
    tasklist.fill("Registrant: phone", "+1.4165550123");
    tasklist.select("Currency", "Canadian Dollar (CAD)");
    assertThat(tasklist.errors()).isZero();
    tasklist.start();
    tasklist.awaitStarted();
    assertThat(tasklist.awaitNotice("It waits: additional fields"))
        .contains("Order " + reference + " for " + domain + " was placed.");
    assertThat(tasklist.linkTo("Everything about this order"))
        .endsWith("/orders/#" + order(reference).get("id").asText());
    assertThat(tasklist.text()).doesNotContain("Nothing was started");
    browser.picture("start-registration-notice");

    tasklist.awaitForm(domain);
    tasklist.awaitClaimed();
    tasklist.pressFacts();
    assertThat(tasklist.text()).contains("by operator").contains("Ada Example, CA");
    tasklist.select("Legal type of the registrant", "Canadian citizen");
    tasklist.complete();
    tasklist.awaitCompleted();

    awaitOrder(reference, "/status", "COMPLETED");
    assertThat(bought(domain))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.at("/parameters/X-CA-LEGALTYPE").asText()).isEqualTo("CCT"));
  }

  @Test
  @OnlyInFull("StartFormsTest, over REST; PersonalDataTest")
  void startsATransferWithACodeThatIsKeptNowhere() {
    String domain = freshName("com");
    String code = "code" + UUID.randomUUID();
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': '%s'}".formatted(domain, code));
    String reference = "S-" + UUID.randomUUID();

    tasklist.openStartList();
    tasklist.openStartForm("Domain transfer");
    tasklist.fill("Reference", reference);
    tasklist.select("Account", "sandbox");
    tasklist.fill("Domain", domain);
    assertThat(tasklist.hidesWhatIsTyped("Auth code")).isTrue();
    tasklist.fill("Auth code", code);
    tasklist.fill("Registrant: first name", "Ada");
    browser.picture("start-transfer");
    tasklist.start();
    assertThat(tasklist.errorAt("Registrant: last name")).isEqualTo("Is required.");
    tasklist.fill("Registrant: first name", "");
    tasklist.start();
    tasklist.awaitStarted();

    awaitOrder(reference, "/waitingFor/code", "TRANSFER_AT_REGISTRY");
    assertThat(registrations.ledger(domain))
        .singleElement()
        .satisfies(entry -> assertThat(entry.get("command").asText()).isEqualTo("TransferDomain"));
    String instance = order(reference).get("processInstanceId").asText();
    for (String kept :
        List.of(
            "/engine-rest/variable-instance?processInstanceIdIn=" + instance,
            "/engine-rest/history/variable-instance?processInstanceId=" + instance,
            "/engine-rest/history/detail?processInstanceId=" + instance)) {
      assertThat(new Caller(port, "admin").get(kept).body().toString()).doesNotContain(code);
    }
  }

  @Test
  void repairsARegistrationAndReadsWhyAWrongValueIsRefused() {
    String domain = freshName("com");
    String reference =
        registrations.placeChanged(
            domain, "", order -> order.replace("ns1.example.net", "ns1.unknown.example"));
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    tasklist.openTaskOf(domain);
    assertThat(tasklist.text())
        .contains("it does not accept a value: name servers.")
        .contains("Nothing has been bought")
        .doesNotContain("Host names", "First name");
    tasklist.claim();
    tasklist.choose("Retry");
    assertThat(tasklist.text()).doesNotContain("First name");
    assertThat(tasklist.valueOf("Host names")).isEqualTo("ns1.unknown.example, ns2.example.net");
    tasklist.fill("Host names", "not/a/host, ns2.example.net");
    tasklist.complete();
    tasklist.awaitText("Name server 1 is not a valid domain name");
    assertThat(tasklist.text()).doesNotContain("Cannot submit task form");
    assertThat(tasklist.valueOf("Host names")).isEqualTo("not/a/host, ns2.example.net");
    browser.picture("correct-registration-refused");
    assertThat(bought(domain)).isEmpty();

    tasklist.fill("Host names", "ns1.example.net, ns2.example.net");
    tasklist.complete();
    tasklist.awaitCompleted();

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(bought(domain))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.at("/parameters/NAMESERVER0").asText())
                    .isEqualTo("ns1.example.net"));
  }

  @Test
  @OnlyInFull("DomainTransferAuthCodeTest, over REST")
  void givesTheRightAuthCodeOfATransfer() {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'q1=&<x;y z'}".formatted(domain));
    String reference = registrations.placeTransfer(domain, ", 'authCode': 'notthisone'");
    registrations.awaitWaitingFor(reference, "AUTH_CODE_WRONG");

    tasklist.openTaskOf(domain);
    assertThat(tasklist.text())
        .contains("the auth code is not the one of the name")
        .contains("Nothing was bought", "Give up (costs nothing)")
        .doesNotContain("notthisone")
        .doesNotContain("New auth code");
    tasklist.claim();
    tasklist.choose("Wait");
    tasklist.complete();
    tasklist.awaitText("Field is required");
    tasklist.choose("Retry");
    tasklist.fill("New period", "1Y");
    tasklist.complete();
    tasklist.awaitText("Field is required");
    browser.picture("correct-transfer");
    tasklist.fill("New auth code", "q1=&<x;y z");
    tasklist.complete();
    tasklist.awaitCompleted();

    registrations.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(registrations.ledger(domain))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.get("command").asText()).isEqualTo("TransferDomain");
              assertThat(entry.at("/parameters/AUTH").asText()).isEqualTo("***");
            });
    registrations.advance("P6D");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  private void awaitOrder(String reference, String where, String value) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(order(reference).at(where).asText()).isEqualTo(value));
  }

  private JsonNode order(String reference) {
    return registrations.operator().get("/api/v1/orders/" + reference).body();
  }

  /** The paid purchases; contacts are free. */
  private List<JsonNode> bought(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().startsWith("AddDomain"))
        .toList();
  }
}
