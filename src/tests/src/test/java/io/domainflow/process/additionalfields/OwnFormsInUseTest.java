package io.domainflow.process.additionalfields;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A folder with three forms: that of the guide, which adds .app; one that replaces the delivered
 * one of .nl; and one for .se with a mistake.
 */
@DomainflowTest
class OwnFormsInUseTest {

  private static final Pattern GUIDE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private static final String NL =
      """
      {"id": "additional-fields-nl", "type": "default", "schemaVersion": 16,
       "properties": {"tlds": "nl", "nameservers": "1,4"},
       "components": [
         {"type": "select", "key": "nlLegalForm", "label": "Our own list",
          "values": [{"label": "Individual", "value": "PERSOON"}],
          "validate": {"required": true},
          "properties": {"ispapi": "X-NL-REGISTRANT-LEGAL-FORM",
            "appliesTo": "register,transfer,trade,update"}}
       ]}
      """;

  private final int port;
  private final Registrations registrations;
  private final Caller billing;
  private final Caller admin;

  @Autowired
  OwnFormsInUseTest(@LocalServerPort int port) {
    this.port = port;
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.admin = new Caller(port, "admin");
  }

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry settings) throws IOException {
    Path folder = Files.createTempDirectory("forms");
    Files.writeString(folder.resolve("app.form"), formOfTheGuide());
    Files.writeString(folder.resolve("nl.form"), NL);
    Files.writeString(
        folder.resolve("se.form"),
        NL.replace("nl", "se").replace("X-NL-REGISTRANT-LEGAL-FORM", "_"));
    settings.add("domainflow.forms.folder", folder::toString);
  }

  @Test
  void asksAnOperatorForTheFieldOfANewTldAndSendsIt() {
    String domain = freshName("app");
    String reference = registrations.place(domain);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(waiting.at("/waitingFor/what").asText())
        .startsWith("additional fields for .app: The registrant knows that names below .app");
    assertThat(formIn(task)).contains("X-ACCEPT-SSL-REQUIREMENT");
    assertThat(registrations.submit(task, "{'appHttps': {'value': false, 'type': 'Boolean'}}"))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
        .satisfies(answer -> assertThat(answer.body().toString()).contains("HTTPS only"));

    registrations.submit(task, "{'appHttps': {'value': true, 'type': 'Boolean'}}");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain))
        .filteredOn(entry -> entry.get("command").asText().equals("AddDomain"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.at("/parameters/X-ACCEPT-SSL-REQUIREMENT").asText())
                    .isEqualTo("1"));
  }

  @Test
  void acceptsTheFieldOfANewTldWithAnOrder() {
    String reference =
        registrations.place(
            freshName("app"),
            ", 'additionalFields': {'X-ACCEPT-SSL-REQUIREMENT': '1'}, 'strict': true");

    registrations.awaitStatus(reference, "COMPLETED");
    Answer refused =
        registrations.placeRaw(
            order(
                "O-1",
                freshName("app"),
                ", 'additionalFields': {'X-ACCEPT-SSL-REQUIREMENT': 'yes'}"));
    assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("NOT_IN_LIST");
  }

  @Test
  void canCorrectTheFieldOfANewTld() {
    registrations.fault("{'command': 'CheckDomainRegistration', 'fault': 'CODE_505', 'times': 1}");
    String reference =
        registrations.place(
            freshName("app"), ", 'additionalFields': {'X-ACCEPT-SSL-REQUIREMENT': '1'}");

    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    assertThat(formIn(waiting.at("/waitingFor/taskId").asText()))
        .contains("registration-correct-app", "appHttps");
    registrations.cancel(reference);
  }

  @Test
  void reportsWhatANewTldOffers() {
    JsonNode app = billing.get("/api/v1/tlds/app?account=sandbox").body();

    assertThat(app.at("/terms/periods")).hasSize(10);
    assertThat(app.at("/terms/transferLock").asBoolean()).isTrue();
    assertThat(app.at("/additionalFields/0/parameter").asText())
        .isEqualTo("X-ACCEPT-SSL-REQUIREMENT");
  }

  @Test
  void usesItsOwnFormInPlaceOfTheDeliveredOne() {
    String reference = registrations.place(freshName("nl"));

    JsonNode waiting = registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");

    assertThat(waiting.at("/waitingFor/what").asText()).endsWith(": Our own list");
    assertThat(formIn(waiting.at("/waitingFor/taskId").asText())).contains("Our own list");
    assertThat(billing.get("/api/v1/tlds/nl?account=sandbox").body().at("/terms/maxNameservers"))
        .hasToString("4");
    registrations.cancel(reference);
  }

  @Test
  void refusesOrdersForATldWhoseFormHasAMistakeAndSaysWhere() {
    String domain = freshName("se");
    String mistake =
        "se.form, line 7: field seLegalForm has a property ispapi that is no parameter name";

    Answer refused = billing.postExactly("/api/v1/orders", order("O-2", domain, ""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("domain");
    assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("NOT_OFFERED");
    assertThat(refused.body().at("/errors/0/message").asText())
        .startsWith("has a top-level domain that cannot be ordered now")
        .contains(mistake);
    assertThat(registrations.requests("domain=" + domain)).isEmpty();
    assertThat(billing.get("/api/v1/tlds?account=sandbox").body().at("/tlds"))
        .extracting(tld -> tld.get("tld").asText())
        .contains("app", "nl")
        .doesNotContain("se");
    Answer alone = billing.get("/api/v1/tlds/se?account=sandbox");
    assertThat(alone.status()).isEqualTo(404);
    assertThat(alone.body().get("detail").asText()).startsWith(".se cannot").contains(mistake);
    assertThat(
            billing
                .post("/api/v1/availability", "{'account': 'sandbox', 'domains': ['a.se']}")
                .body()
                .at("/names/0/reason")
                .asText())
        .contains(mistake);
  }

  @Test
  void tellsAdministratorsOfAMistakeAndIsReadyAllTheSame() {
    assertThat(billing.get("/actuator/health/forms").status()).isEqualTo(403);
    JsonNode health = admin.get("/actuator/health/forms").body();
    assertThat(health.get("status").asText()).isEqualTo("DEGRADED");
    assertThat(health.at("/components/forms/details/mistakes/0/message").asText())
        .startsWith("se.form, line 7");
    Caller anybody = Caller.stranger(port);
    assertThat(anybody.get("/actuator/health").body().get("status").asText()).isEqualTo("UP");
    assertThat(anybody.get("/actuator/health/readiness").body().get("status").asText())
        .isEqualTo("UP");
  }

  /** The longest suffix wins, in upper or lower case and in Unicode or ASCII. */
  @ParameterizedTest
  @CsvSource({
    "example.co.uk, co.uk",
    "EXAMPLE.CO.UK, co.uk",
    "example.uk, uk",
    "example.com.au, com.au",
    "例子.香港, xn--j6w193g",
    "example.XN--J6W193G, xn--j6w193g"
  })
  void findsTheTldOfAName(String domain, String tld) {
    JsonNode name =
        billing
            .post(
                "/api/v1/availability",
                "{'account': 'sandbox', 'domains': ['%s']}".formatted(domain))
            .body()
            .at("/names/0");

    assertThat(name.get("domain").asText()).endsWith("." + tld);
    assertThat(name.get("status").asText()).isEqualTo("FREE");
    assertThat(name.at("/terms"))
        .isEqualTo(billing.get("/api/v1/tlds/" + tld + "?account=sandbox").body().get("terms"));
  }

  @ParameterizedTest
  @CsvSource({"CO.UK, co.uk", ".uk, uk", "uk., uk", "%E9%A6%99%E6%B8%AF, xn--j6w193g"})
  void findsATldHoweverItIsWritten(String written, String tld) {
    assertThat(
            billing.get("/api/v1/tlds/" + written + "?account=sandbox").body().path("tld").asText())
        .isEqualTo(tld);
  }

  @Test
  void refusesADotAtTheEndOfANameInWords() {
    Answer refused = billing.postExactly("/api/v1/orders", order("O-3", "example.com.", ""));

    assertThat(refused.body().at("/errors/0/message").asText())
        .isEqualTo("must be written without a dot at the end");
  }

  private String formIn(String task) {
    return registrations
        .operator()
        .get("/engine-rest/task/" + task + "/deployed-form")
        .body()
        .toString();
  }

  private static String formOfTheGuide() throws IOException {
    Matcher sample =
        GUIDE.matcher(
            Files.readString(Path.of("docs/additional-fields.md"), StandardCharsets.UTF_8));
    assertThat(sample.find()).isTrue();
    return sample.group(1);
  }
}
