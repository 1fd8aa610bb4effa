package io.domainflow.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.StoredText;
import io.domainflow.build.BothReadings;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.order.wanted.OrderReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a registry wanted to know of a name is asked once, and goes to nobody it is not about. */
@DomainflowTest
@ExtendWith(OutputCaptureExtension.class)
class SavedAdditionalFieldsTest {

  private static final String ADA =
      "{'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'], 'city': 'Berlin',"
          + " 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
          + " 'email': 'ada@example.net'}";
  private static final String ADA_WITH_NEW_MAIL = ADA.replace("ada@", "new@");
  private static final String BOB = ADA.replace("'Ada'", "'Bob'");
  private static final String EXAMPLE_INC =
      ADA.replace("'street'", "'organization': 'Example Inc.', 'street'");

  private final Registrations registrations;
  private final Caller billing;
  private final JdbcClient jdbc;
  private final Orders orders;
  private final SavedAdditionalFields saved;

  @Autowired
  SavedAdditionalFieldsTest(
      @LocalServerPort int port, JdbcClient jdbc, Orders orders, SavedAdditionalFields saved) {
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.jdbc = jdbc;
    this.orders = orders;
    this.saved = saved;
  }

  @AfterEach
  void asOnTheFirstDay() {
    registrations.startOver();
    registrations.profile("A");
  }

  @BothReadings
  void sendsWhatTheOperatorGaveOnceForTheSameRegistrant(String profile) {
    registrations.profile(profile);
    String domain = registeredByAnOperator();
    assertThat(kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");

    Answer preview = change(domain, ADA_WITH_NEW_MAIL, ", 'strict': true", "?dryRun=true");
    Answer placed = change(domain, ADA_WITH_NEW_MAIL, ", 'strict': true", "");

    assertThat(preview.body().toString()).doesNotContain("ADDITIONAL_FIELDS", "CCT");
    assertThat(preview.status()).as(preview.body().toString()).isEqualTo(200);
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    registrations.awaitStatus(placed.body().get("reference").asText(), "COMPLETED");
    assertThat(traded(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
    assertThat(kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
  }

  @BothReadings
  void showsItForAnotherRegistrantAndSendsWhatTheOperatorSays(String profile) {
    registrations.profile(profile);
    String domain = registeredByAnOperator();

    Answer strict = change(domain, BOB, ", 'strict': true", "");
    Answer placed = change(domain, BOB, "", "");

    assertThat(strict.status()).isEqualTo(400);
    assertThat(strict.body().at("/errors/0/field").asText())
        .isEqualTo("additionalFields.X-CA-LEGALTYPE");
    String reference = placed.body().get("reference").asText();
    JsonNode waiting = registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    String task = waiting.at("/waitingFor/taskId").asText();
    JsonNode form = registrations.form(task);
    assertThat(form.at("/caLegalType/value").asText()).isEqualTo("CCT");
    assertThat(form.at("/additionalFieldsMissingText/value").asText())
        .contains("Legal type", "maybe for another registrant");
    assertThat(registrations.submit(task, "{}").status()).isEqualTo(400);
    assertThat(traded(domain).isMissingNode()).isTrue();

    registrations.submit(task, "{'caLegalType': {'value': 'RES'}}");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(traded(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("RES");
    assertThat(traded(domain).has("X-CA-LANGUAGE")).isFalse();
    assertThat(kept(domain)).containsExactly("X-CA-LEGALTYPE");
  }

  /** Behind its dots nobody would see whose key is sent. */
  @Test
  void showsNoSecretOfAnotherRegistrant() {
    String domain = freshName("aero");
    registrations.awaitStatus(
        registrations.place(
            domain,
            ", 'additionalFields': {'X-AERO-ENS-AUTH-ID': 'ada-1', 'X-AERO-ENS-AUTH-KEY': 'key-of-ada'}"),
        "COMPLETED");
    registered(domain, "UPDATE");

    String reference = change(domain, BOB, "", "").body().get("reference").asText();

    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();
    JsonNode form = registrations.form(task);
    assertThat(form.at("/aeroId/value").asText()).isEqualTo("ada-1");
    assertThat(form.at("/aeroKeySecret/value").asText("")).isIn("", "null");
    assertThat(
            registrations
                .submit(
                    task, "{'aeroId': {'value': 'bob-1'}, 'aeroKeySecret': {'value': '••••••••'}}")
                .status())
        .isEqualTo(400);
    registrations.cancel(reference);
  }

  /** A value that was not sent has not been taken by any registry. */
  @Test
  void keepsWhatTheRouteOfAChangeSent() {
    String domain = freshName("ca");
    registered(domain, "TRADE");

    String reference =
        change(
                domain,
                BOB,
                ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT', 'X-CA-DISCLOSE': '1'}",
                "")
            .body()
            .get("reference")
            .asText();

    assertThat(registrations.awaitStatus(reference, "COMPLETED").at("/outcome/remark").asText())
        .contains("X-CA-DISCLOSE");
    assertThat(kept(domain)).containsExactly("X-CA-LEGALTYPE");
  }

  /** Who has not given a value is not told that it was left out. */
  @Test
  void leavesWhatTheWayDoesNotTakeWithTheNameAndSaysNothingOfIt() {
    String domain = freshName("ca");
    registered(domain, "UPDATE");
    registrations.awaitStatus(
        change(
                domain,
                BOB,
                ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT', 'X-CA-DISCLOSE': '1'}",
                "")
            .body()
            .get("reference")
            .asText(),
        "COMPLETED");
    List<String> before = kept(domain);
    assertThat(before).contains("X-CA-DISCLOSE");
    registered(domain, "TRADE");

    String reference = change(domain, BOB, "", "").body().get("reference").asText();

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(traded(domain).has("X-CA-DISCLOSE")).isFalse();
    assertThat(order.at("/outcome/remark").isNull()).as(order.toString()).isTrue();
    assertThat(kept(domain)).isEqualTo(before);
  }

  /** A form can be changed while an order waits. */
  @Test
  void sendsNothingThatTheFormNoLongerHas() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();
    hasAlso(reference, "X-CA-OF-AN-OLD-FORM");

    registrations.submit(task, "{'caLegalType': {'value': 'CCT'}}");

    registrations.awaitStatus(reference, "COMPLETED");
    JsonNode sent =
        registrations.ledger(domain).stream()
            .filter(entry -> entry.get("command").asText().equals("AddDomain"))
            .findFirst()
            .orElseThrow()
            .get("parameters");
    assertThat(sent.at("/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
    assertThat(sent.has("X-CA-OF-AN-OLD-FORM")).isFalse();
    assertThat(kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
  }

  /** A form may have gone, or got a mistake, since the code was given. */
  @Test
  void forgetsAnAuthCodeThatNoFormSpeaksOf() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    hasAlso(reference, "AUTH");
    assertThat(fieldsOfOrders(domain)).isPositive();

    registrations.cancel(reference);

    assertThat(
            jdbc.sql(
                    """
                    select count(*) from order_additional_field f
                    join provisioning_order o on o.id = f.order_id
                    where o.domain = :domain and f.parameter = 'AUTH'
                    """)
                .param("domain", domain)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void prefersGivenValuesToKeptOnes() {
    String domain = registeredByAnOperator();

    String reference =
        change(
                domain,
                ADA_WITH_NEW_MAIL,
                ", 'additionalFields': {'X-CA-LEGALTYPE': 'RES', 'X-CA-LANGUAGE': null}",
                "")
            .body()
            .get("reference")
            .asText();

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(traded(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("RES");
    assertThat(traded(domain).has("X-CA-LANGUAGE")).isFalse();
  }

  /** A correction of the registrant must not send what is known of the one before. */
  @Test
  void isNotKeptWhenAnOrderGetsAnotherRegistrant() {
    String domain = registeredByAnOperator();
    registrations.fault(
        "{'command': 'CheckDomainTrade', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = change(domain, ADA_WITH_NEW_MAIL, "", "").body().get("reference").asText();
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer corrected = registrations.input(reference, "{'registrant': %s}".formatted(BOB));

    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(traded(domain).isMissingNode()).isTrue();
    registrations.cancel(reference);
    assertThat(kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
  }

  /** What was right for a person is asked anew for an organization, and does not bar the way. */
  @Test
  void letsAPersonBeCorrectedToAnOrganization() {
    String domain = freshName("ca");
    registrations.fault(
        "{'command': 'CheckDomainRegistration', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference =
        registrations.place(domain, ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}");
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    String correction = "{'registrant': %s %s}";

    Answer wrong =
        registrations.input(
            reference,
            correction.formatted(EXAMPLE_INC, ", 'additionalFields': {'X-CA-LEGALTYPE': 'RES'}"));
    Answer corrected = registrations.input(reference, correction.formatted(EXAMPLE_INC, ""));

    assertThat(wrong.body().at("/errors/0/code").asText()).isEqualTo("NOT_IN_LIST");
    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    registrations.input(reference, "{'additionalFields': {'X-CA-LEGALTYPE': 'CCO'}}");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
  }

  @Test
  void isOfTheAccountThatHasTheName() {
    DomainName domain = DomainName.of(registeredByAnOperator());

    assertThat(saved.of("sandbox", domain).values().values()).isNotEmpty();
    assertThat(saved.of("sandbox2", domain).values().values()).isEmpty();
  }

  @Test
  void leavesWithTheName() {
    String deleted = registeredByAnOperator();

    String deletion =
        registrations.placePlain("DELETE", deleted, ", 'confirmDomain': '%s'".formatted(deleted));
    registrations.awaitWaitingFor(deletion, "DELETION_PENDING");
    registrations.advance("P8D");

    registrations.awaitStatus(deletion, "COMPLETED");
    assertThat(kept(deleted)).isEmpty();
    assertThat(rows(deleted)).isZero();
  }

  @Test
  void recordsAConsentAndDoesNotKeepIt() {
    String domain = freshName("se");
    String number = "[DE]" + UUID.randomUUID();

    String reference =
        registrations.place(
            domain,
            ", 'additionalFields': {'X-NICSE-IDNUMBER': '%s', 'X-SE-ACCEPT-REGISTRATION-TAC': '1'}"
                .formatted(number));

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(kept(domain)).containsExactly("X-NICSE-IDNUMBER");
    assertThat(StoredText.tablesWith(number, jdbc)).isEmpty();
    JsonNode timeline = billing.get("/api/v1/orders/" + reference + "/timeline").body();
    assertThat(timeline.get("entries"))
        .anySatisfy(
            entry -> {
              assertThat(entry.get("text").asText())
                  .contains("X-SE-ACCEPT-REGISTRATION-TAC", "Swedish Internet Foundation");
              assertThat(entry.get("by").asText()).isEqualTo("billing");
            });
    assertThat(timeline.toString()).doesNotContain(number);
  }

  /** Anyone who has the auth code of a name can take it away. */
  @BothReadings
  void forgetsTheAuthCodeOfAChangeWithItsOrder(String profile, CapturedOutput log) {
    registrations.profile(profile);
    String code = "code-" + UUID.randomUUID();
    String given = nameUnderBe();
    String asked = nameUnderBe();

    Answer withCode =
        change(given, BOB, ", 'additionalFields': {'AUTH': '%s'}".formatted(code), "");
    String operators = change(asked, BOB, "", "").body().get("reference").asText();
    registrations.fault(
        "{'command': 'CheckDomainTrade', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(asked));
    String task =
        registrations
            .awaitWaitingFor(operators, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();
    registrations.submit(task, "{'beAuthCodeSecret': {'value': '%s'}}".formatted(code));

    assertThat(withCode.status()).as(withCode.body().toString()).isEqualTo(202);
    registrations.awaitStatus(withCode.body().get("reference").asText(), "COMPLETED");
    assertThat(traded(given).at("/AUTH").asText()).isEqualTo("***");
    registrations.awaitWaitingFor(operators, "REGISTRAR_REFUSED");
    assertThat(fieldsOfOrders(asked)).isOne();
    registrations.cancel(operators);
    assertThat(kept(given)).isEmpty();
    assertThat(fieldsOfOrders(given)).isZero();
    assertThat(fieldsOfOrders(asked)).isZero();
    assertThat(StoredText.tablesWith(code, jdbc)).isEmpty();
    assertThat(log.getAll()).doesNotContain(code);
  }

  private String nameUnderBe() {
    String domain = freshName("be");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P300D', 'zone': {'registrantChangeBy': 'TRADE'}}"
            .formatted(domain));
    return domain;
  }

  private int fieldsOfOrders(String domain) {
    return jdbc.sql(
            """
            select count(*) from order_additional_field f
            join provisioning_order o on o.id = f.order_id where o.domain = :domain
            """)
        .param("domain", domain)
        .query(Integer.class)
        .single();
  }

  /** A name of Ada with the legal type that an operator has given, whose zone has its own trade. */
  private String registeredByAnOperator() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.submit(
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText(),
        "{'caLegalType': {'value': 'CCT'}}");
    registrations.awaitStatus(reference, "COMPLETED");
    registered(domain, "TRADE");
    return domain;
  }

  /** A name of Ada in a zone that changes its registrants in this way. */
  private void registered(String domain, String way) {
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': '%s'}, 'registrant': %s}"
            .formatted(domain, way, ADA));
  }

  private void hasAlso(String reference, String parameter) {
    ProvisioningOrder order =
        orders.findByReference("billing", new OrderReference(reference)).orElseThrow();
    orders.replaceAdditionalFields(
        order.id(),
        order.request().additionalFields().with(new AdditionalFields(Map.of(parameter, "1"))));
  }

  private Answer change(String domain, String registrant, String more, String query) {
    return billing.post(
        "/api/v1/orders" + query,
        "{'reference': 'K-%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox', 'domain': '%s', 'registrant': %s %s}"
            .formatted(UUID.randomUUID(), domain, registrant, more));
  }

  private JsonNode traded(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("TradeDomain"))
        .map(entry -> entry.get("parameters"))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  private List<String> kept(String domain) {
    return StreamSupport.stream(
            billing.get("/api/v1/domains/" + domain).body().get("additionalFields").spliterator(),
            false)
        .map(JsonNode::asText)
        .toList();
  }

  private int rows(String domain) {
    return jdbc.sql("select count(*) from kept_additional_field where domain = :domain")
        .param("domain", domain)
        .query(Integer.class)
        .single();
  }
}
