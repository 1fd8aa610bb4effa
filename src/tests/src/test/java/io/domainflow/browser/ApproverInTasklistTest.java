package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Four eyes on the screen: nobody approves a change of registrant that they ordered. */
@DomainflowTest
class ApproverInTasklistTest {

  private final int port;
  private final Registrations stories;
  private final Caller approver;
  private final String reference = "S-" + UUID.randomUUID();
  private Browser browser;

  @Autowired
  ApproverInTasklistTest(@LocalServerPort int port) {
    this.port = port;
    this.stories = new Registrations(port);
    this.approver = new Caller(port, "approver");
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("approver-last");
      browser.close();
    }
  }

  @Test
  void cannotApproveTheirOwnOrderButAColleagueCan() {
    String domain = ours();
    startOverTheEngine(domain);
    recordTheOptOut(awaitWaitingFor("CHOICE"));
    awaitWaitingFor("CONSENT");

    Tasklist tasklist = Tasklist.logIn(browser, port, "approver");
    tasklist.openTaskOf(domain);
    assertThat(tasklist.text())
        .contains("You confirm for the new registrant, Ada Example, ada@example.net")
        .contains("The prior registrant has 14 days to confirm by mail")
        .contains("No lock follows")
        .contains("You have placed this order, so somebody else has to approve it.")
        .doesNotContain("old@example.org")
        .doesNotContain("Asked earlier");
    tasklist.pressFacts();
    assertThat(tasklist.text()).contains("Money", "old@example.org");
    tasklist.claim();
    assertThat(tasklist.showsFacts()).isTrue();
    assertThat(tasklist.offers("Refuse")).isTrue();
    assertThat(tasklist.offers("Approve")).isFalse();
    browser.picture("approve-change-own");
    tasklist.giveBack();
    browser.close();

    browser = Browser.open();
    tasklist = Tasklist.logIn(browser, port, "approver2");
    tasklist.openTaskOf(domain);
    tasklist.claim();
    tasklist.choose("Approve");
    tasklist.complete();
    tasklist.awaitText("Field is required");
    browser.picture("approve-change-without-proof");
    tasklist.fill("Where is the proof?", "letter of 12 March, ticket 4711");
    browser.picture("approve-change");
    tasklist.complete();
    tasklist.awaitCompleted();

    awaitWaitingFor("CONFIRMATION");
    stories.follow(lastTradeMail(domain), "confirm");
    stories.advance("PT12H");

    JsonNode completed = await("/status", "COMPLETED");
    assertThat(completed.at("/outcome/code").asText()).isEqualTo("REGISTRANT_CHANGED");
    JsonNode consents = approver.get("/api/v1/consents?domain=" + domain).body();
    assertThat(consents)
        .anySatisfy(
            consent -> {
              assertThat(consent.get("side").asText()).isEqualTo("NEW");
              assertThat(consent.get("kind").asText()).isEqualTo("CONSENT");
              assertThat(consent.get("by").asText()).isEqualTo("approver2");
              assertThat(consent.get("evidence").asText())
                  .isEqualTo("letter of 12 March, ticket 4711");
            })
        .anySatisfy(
            consent -> {
              assertThat(consent.get("side").asText()).isEqualTo("PRIOR");
              assertThat(consent.get("kind").asText()).isEqualTo("OPT_OUT");
              assertThat(consent.get("evidence").asText()).isEqualTo("contract 12");
            });
  }

  @Test
  void startsAChangeAndReadsWhatIsWrongWithIt() {
    String domain = ours();
    Tasklist tasklist = Tasklist.logIn(browser, port, "approver");
    assertThat(tasklist.startForms().openStartList())
        .containsExactlyInAnyOrder(
            "Auth code",
            "Change of registrant",
            "Domain deletion",
            "Domain registration",
            "Domain release",
            "Domain renewal",
            "Domain suspension",
            "Domain transfer",
            "Domain update");

    tasklist.startForms().openStartForm("Change of registrant");
    tasklist.select("Lock or wait", "Wait then lock");
    tasklist.fill("Reference", reference);
    tasklist.select("Account", "sandbox");
    tasklist.fill("Domain", domain);
    tasklist.fill("New registrant: first name", "Ada");
    tasklist.fill("New registrant: last name", "Example");
    tasklist.fill("New registrant: street", "Main Street 1");
    tasklist.fill("New registrant: city", "Berlin");
    tasklist.fill("New registrant: postal code", "10115");
    tasklist.select("New registrant: country", "Germany (DE)");
    tasklist.fill("New registrant: phone", "030 1234567");
    tasklist.fill("New registrant: mail address", "ada@example.net");
    tasklist.startForms().start();
    assertThat(tasklist.startForms().errorAt("New registrant: phone"))
        .startsWith("Must start with +");
    browser.picture("start-change-refused");
    assertThat(tasklist.valueOf("New registrant: phone")).isEqualTo("030 1234567");
    assertThat(order().path("status").asInt()).isEqualTo(404);

    tasklist.fill("New registrant: phone", "+49.301234567");
    tasklist.startForms().start();
    tasklist.startForms().awaitStarted();

    JsonNode order = awaitWaitingFor("CONSENT");
    assertThat(order.get("domain").asText()).isEqualTo(domain);
    JsonNode instances =
        approver
            .get(
                "/engine-rest/process-instance?processDefinitionKey=ChangeOfRegistrantProcess"
                    + "&businessKey="
                    + reference)
            .body();
    assertThat(instances)
        .singleElement()
        .satisfies(
            instance -> assertThat(instance.get("id")).isEqualTo(order.get("processInstanceId")));
  }

  private String ours() {
    String domain = freshName("org");
    stories.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D',"
                + " 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}")
            .formatted(domain));
    return domain;
  }

  /** By somebody who is an approver. */
  private void startOverTheEngine(String domain) {
    String registrant =
        "{\"firstName\": \"Ada\", \"lastName\": \"Example\", \"street\": [\"Main Street 1\"],"
            + " \"city\": \"Berlin\", \"postalCode\": \"10115\", \"country\": \"DE\","
            + " \"phone\": \"+49.301234567\", \"email\": \"ada@example.net\"}";
    Answer started =
        approver.post(
            "/engine-rest/process-definition/key/ChangeOfRegistrantProcess/start",
            ("{'businessKey': '%s', 'variables': {"
                    + "'account': {'value': 'sandbox', 'type': 'String'},"
                    + "'domain': {'value': '%s', 'type': 'String'},"
                    + "'registrantChangeMode': {'value': 'WAIT_WITHOUT_LOCK', 'type': 'String'},"
                    + "'registrant': {'value': '%s', 'type': 'Json'}}}")
                .formatted(reference, domain, escaped(registrant)));
    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
  }

  /** An operator records that the prior registrant opts out of the lock. */
  private void recordTheOptOut(JsonNode order) {
    Answer recorded =
        stories.submit(
            order.at("/waitingFor/taskId").asText(),
            "{'decision': {'value': 'WAIT_WITHOUT_LOCK'},"
                + " 'optOutReference': {'value': 'contract 12'},"
                + " 'optOutGivenAt': {'value': '2026-01-02'}}");
    assertThat(recorded.status()).as(recorded.body().toString()).isBetween(200, 299);
  }

  private static String escaped(String json) {
    return json.replace("\"", "\\\"");
  }

  private JsonNode order() {
    return approver.get("/api/v1/orders/" + reference).body();
  }

  private JsonNode awaitWaitingFor(String code) {
    return await("/waitingFor/code", code);
  }

  private JsonNode await(String where, String value) {
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(order().at(where).asText()).as(order().toString()).isEqualTo(value));
    return order();
  }

  private JsonNode lastTradeMail(String domain) {
    return stories.mails(domain).stream()
        .filter(mail -> mail.get("kind").asText().equals("TRADE_CONFIRMATION"))
        .reduce((first, last) -> last)
        .orElseThrow();
  }
}
