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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An operator completes tasks on the screen, in a real browser, and the ledger shows the right
 * results.
 */
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
  @OnlyInFull("OperatorOnStartFormsTest.startsARegistrationAndFillsInWhatTheRegistryWants")
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
  @OnlyInFull("EverybodyInTasklistTest.decidesOnAPriceWithoutAMouse")
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
  @OnlyInFull(
      "RestorationProcessTest, over REST; EverybodyInTasklistTest.decidesOnAPriceWithoutAMouse")
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
        .doesNotContain("1 year, each year");
    tasklist.pressFacts();
    assertThat(tasklist.text())
        .contains("60.00 EUR", "1 year, each year 12.00 EUR", "nothing has been charged");
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
    tasklist.select("New period", "1 year");
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

  /** The paid purchases; contacts are free. */
  private List<JsonNode> bought(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().startsWith("AddDomain"))
        .toList();
  }
}
