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

/** An operator starts orders on the screen, in a real browser, and corrects what is refused. */
@DomainflowTest
class OperatorOnStartFormsTest {

  private final int port;
  private final Registrations registrations;
  private Browser browser;
  private Tasklist tasklist;
  private StartForms startForms;

  @Autowired
  OperatorOnStartFormsTest(@LocalServerPort int port) {
    this.port = port;
    this.registrations = new Registrations(port);
  }

  @BeforeEach
  void logIn() {
    browser = Browser.open();
    tasklist = Tasklist.logIn(browser, port, "operator");
    startForms = tasklist.startForms();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("last");
      browser.close();
    }
  }

  @Test
  void startsARegistrationAndFillsInWhatTheRegistryWants() {
    String domain = freshName("ca");

    startForms.openStartList();
    startForms.openStartForm("Domain registration");
    String reference = tasklist.valueOf("Reference");
    assertThat(reference).matches("OP-\\d{8}-[2-9A-Z]{4}");
    startForms.start();
    assertThat(startForms.refusal())
        .contains("Nothing was started.", "Fill in «Account», «Domain», «Registrant: first name»");
    assertThat(startForms.errorAt("Account")).isEqualTo("Field is required.");

    tasklist.select("Account", "sandbox");
    assertThat(startForms.refusal())
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
    assertThat(startForms.errors()).isZero();
    startForms.pressEscapeAndClickBeside();
    assertThat(tasklist.valueOf("Domain")).isEqualTo(domain);
    startForms.start();
    assertThat(startForms.errorAt("Name servers")).startsWith("No. 2 is not a valid domain name");
    assertThat(startForms.errorAt("Registrant: phone")).startsWith("Must start with +");
    assertThat(startForms.errorAt("Currency")).isEqualTo("Is required.");
    assertThat(startForms.errors()).isEqualTo(3);
    assertThat(startForms.refusal())
        .contains(
            "Nothing was started.", "Correct «Name servers», «Registrant: phone», «Currency».")
        .doesNotContain("Fill in");
    assertThat(startForms.showsTheRefusal()).isTrue();
    browser.picture("start-registration-refused");
    assertThat(tasklist.valueOf("Registrant: country")).isEqualTo("Canada (CA)");
    assertThat(registrations.operator().get("/api/v1/orders/" + reference).status()).isEqualTo(404);

    tasklist.fill("Name servers", "ns1.example.net, ns2.example.net");
    assertThat(startForms.errors()).as("the others").isEqualTo(2);
    assertThat(startForms.refusal()).contains("Correct «Registrant: phone», «Currency».");
    tasklist.fill("Registrant: phone", "+1.4165550123");
    tasklist.select("Currency", "Canadian Dollar (CAD)");
    assertThat(startForms.errors()).isZero();
    startForms.start();
    startForms.awaitStarted();
    assertThat(startForms.awaitNotice("It waits: additional fields"))
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
    assertThat(registrations.bought(domain))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.at("/parameters/X-CA-LEGALTYPE").asText()).isEqualTo("CCT"));
  }

  @Test
  void changesNameServersFromThoseThatThereAre() {
    String domain = freshName("com");
    registrations.awaitStatus(registrations.place(domain), "COMPLETED");
    String before = "ns1.example.net, ns2.example.net";

    startForms.openStartList();
    startForms.openStartForm("Domain update");
    tasklist.select("Account", "sandbox");
    tasklist.fill("Domain", domain);
    tasklist.awaitText("Now: " + before);
    assertThat(startForms.present())
        .hasSize(4)
        .allMatch(line -> line.startsWith("Now: ") && line.contains(" (read on "));
    browser.picture("update-start");
    tasklist.press("Take these");
    assertThat(tasklist.valueOf("Name servers")).isEqualTo(before);
    tasklist.fill("Name servers", before + ", ns3.example.net");
    startForms.start();

    tasklist.awaitText("It is completed");
    assertThat(registrations.ledger(domain).toString()).contains("ns3.example.net");
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

    startForms.openStartList();
    startForms.openStartForm("Domain renewal");
    tasklist.choose("Renew");
    tasklist.fill("Reference", reference);
    tasklist.select("Account", "sandbox");
    tasklist.fill("Domain", domain);
    tasklist.fill("Its period ends on", expiry);
    browser.picture("start-renewal");
    startForms.start();
    assertThat(startForms.errorAt("Renew by")).isEqualTo("Is required.");
    assertThat(registrations.ledger(domain)).isEmpty();

    tasklist.select("Renew by", "1 year");
    startForms.start();
    startForms.awaitStarted();

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
  @OnlyInFull("StartFormsTest, over REST; PersonalDataTest")
  void startsATransferWithACodeThatIsKeptNowhere() {
    String domain = freshName("com");
    String code = "code" + UUID.randomUUID();
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': '%s'}".formatted(domain, code));
    String reference = "S-" + UUID.randomUUID();

    startForms.openStartList();
    startForms.openStartForm("Domain transfer");
    tasklist.fill("Reference", reference);
    tasklist.select("Account", "sandbox");
    tasklist.fill("Domain", domain);
    assertThat(tasklist.hidesWhatIsTyped("Auth code")).isTrue();
    tasklist.fill("Auth code", code);
    tasklist.fill("Registrant: first name", "Ada");
    browser.picture("start-transfer");
    startForms.start();
    assertThat(startForms.errorAt("Registrant: last name")).isEqualTo("Is required.");
    tasklist.fill("Registrant: first name", "");
    startForms.start();
    startForms.awaitStarted();

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

  private void awaitOrder(String reference, String where, String value) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(order(reference).at(where).asText()).isEqualTo(value));
  }

  private JsonNode order(String reference) {
    return registrations.operator().get("/api/v1/orders/" + reference).body();
  }
}
