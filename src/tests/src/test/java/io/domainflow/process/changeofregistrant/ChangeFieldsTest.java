package io.domainflow.process.changeofregistrant;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The route of a change of registrant decides which additional fields are sent. */
@DomainflowTest
class ChangeFieldsTest {

  private static final String BY_TRADE = "'registrantChangeBy': 'TRADE'";
  private static final String BY_UPDATE = "'registrantChangeBy': 'UPDATE'";
  private static final String COLLECT = "Task_CollectAdditionalFields";

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeFieldsTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords() {
    changes.end();
  }

  @BothReadings
  void anUpdateCarriesWhatTheOrderHas(String profile) {
    changes.begin(profile);
    String domain = changes.name("ca", BY_UPDATE, "");

    String reference =
        stories.placeChange(domain, fields("'X-CA-LEGALTYPE': 'CCT', 'X-CA-DISCLOSE': '1'"));

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    JsonNode sent = update(domain);
    assertThat(sent.at("/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
    assertThat(sent.at("/X-CA-DISCLOSE").asText()).isEqualTo("1");
    assertThat(sent.has("OWNERCONTACT0")).isTrue();
    assertThat(order.at("/outcome/remark").isNull()).isTrue();
  }

  /** Nobody knows yet whether the trustee is paid for. */
  @Test
  void anUpdateThatBuysSomethingMayHaveCostMoneyUntilTheRegistrarSays() {
    String domain = changes.name("asia", BY_UPDATE, "");
    changes.fault("ModifyDomain", "TIMEOUT_AFTER", "", domain);

    String reference = stories.placeChange(domain, fields("'X-ASIA-CED-ACCEPT-TRUSTEE-TAC': '1'"));

    JsonNode waiting = stories.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");
    assertThat(waiting.get("charged").asText()).isEqualTo("UNKNOWN");
    stories.advance("PT10M");
    assertThat(stories.awaitStatus(reference, "COMPLETED").get("charged").asText())
        .isEqualTo("YES");
    assertThat(update(domain).at("/X-ASIA-CED-ACCEPT-TRUSTEE-TAC").asText()).isEqualTo("1");
  }

  @Test
  void anUpdateThatIsRefusedHasBoughtNothing() {
    String domain = changes.name("asia", BY_UPDATE, "");
    changes.fault("ModifyDomain", "CODE_541", "the phone is unknown", domain);

    String reference = stories.placeChange(domain, fields("'X-ASIA-CED-ACCEPT-TRUSTEE-TAC': '1'"));

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
  }

  /** It is not known whether the registrar refunds the trustee as it does the fee of a change. */
  @ParameterizedTest
  @CsvSource({"A, CODE_506", "B, CODE_219"})
  void whatAnUpdateHasBoughtIsNotDeniedWhenItsChangeIsDeclined(String profile, String code) {
    changes.begin(profile);
    stories.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = changes.name("asia", "'registrantChangeBy': 'ICANN-TRADE'", "");
    stories.fault(
        "{'command': 'CheckDomainTrade', 'fault': '%s', 'times': 100, 'domain': '%s', 'description': '%s'}"
            .formatted(code, domain, "please use UPDATE method"));
    String reference =
        stories.placeChange(
            domain, LOCK_AT_ONCE + FROM_BOTH + fields("'X-ASIA-CED-ACCEPT-TRUSTEE-TAC': '1'"));
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    stories.follow(changes.confirmationMail(domain), "refuse");
    stories.advance("P1D");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.at("/failure/message").asText())
        .contains("The registrant is the same as before. The additional service")
        .doesNotContain("nothing is charged");
  }

  @BothReadings
  void whatAnUpdateLacksIsAskedForInTheFormOfAnUpdate(String profile) {
    changes.begin(profile);
    String domain = changes.name("ca", BY_UPDATE, "");
    String reference = stories.placeChange(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(changes.passed(waiting))
        .as("asked first")
        .doesNotContain("Task_PrepareNewRegistrant");
    String task = changes.task(reference, COLLECT);
    assertThat(stories.form(task).at("/operation/value").asText()).isEqualTo("update");
    assertThat(stories.submit(task, "{}").status()).isEqualTo(400);

    Answer given =
        stories.submit(
            task,
            "{'caLegalType': {'value': 'CCT', 'type': 'String'},"
                + " 'caDisclose': {'value': '0', 'type': 'String'}}");

    assertThat(given.status()).as(given.body().toString()).isBetween(200, 299);
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(update(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
    assertThat(update(domain).at("/X-CA-DISCLOSE").asText()).isEqualTo("0");
  }

  @BothReadings
  void whatAnUpdateLacksIsTakenFromItsCaller(String profile) {
    changes.begin(profile);
    String domain = changes.name("us", BY_UPDATE, "");
    String reference = stories.placeChange(domain, fields("'X-US-NEXUS-APPPURPOSE': 'P3'"));
    stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Answer half = stories.input(reference, "{'additionalFields': {'X-US-NEXUS-CATEGORY': 'C31'}}");
    assertThat(half.status()).isEqualTo(400);
    assertThat(half.body().at("/errors/0/field").asText())
        .isEqualTo("additionalFields.X-US-NEXUS-VALIDATOR");

    Answer whole = stories.input(reference, "{'additionalFields': {'X-US-NEXUS-CATEGORY': 'C11'}}");

    assertThat(whole.status()).as(whole.body().toString()).isEqualTo(200);
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(update(domain).at("/X-US-NEXUS-APPPURPOSE").asText()).isEqualTo("P3");
    assertThat(update(domain).at("/X-US-NEXUS-CATEGORY").asText()).isEqualTo("C11");
  }

  /** One consent too many has made changes fail for reasons that only the registry could see. */
  @BothReadings
  void anUpdateCarriesNothingThatOnlyATradeTakes(String profile) {
    changes.begin(profile);
    String domain = changes.name("it", BY_UPDATE, "");

    String reference =
        stories.placeChange(
            domain, fields("'X-IT-NATIONALITY': 'DE', 'X-IT-ACCEPT-LIABILITY-TAC': '1'"));

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(update(domain).at("/X-IT-NATIONALITY").asText()).isEqualTo("DE");
    assertThat(update(domain).has("X-IT-ACCEPT-LIABILITY-TAC")).isFalse();
    assertThat(order.at("/outcome/remark").asText())
        .contains("X-IT-ACCEPT-LIABILITY-TAC")
        .doesNotContain("X-IT-NATIONALITY");
  }

  @BothReadings
  void aTradeCarriesNothingThatOnlyAnUpdateTakes(String profile) {
    changes.begin(profile);
    String domain = changes.name("se", BY_TRADE, "");
    String reference = stories.placeChange(domain, fields("'X-NICSE-DISCLOSE': '1'"));
    stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    JsonNode form = stories.form(changes.task(reference, COLLECT));
    assertThat(form.at("/operation/value").asText()).isEqualTo("trade");
    assertThat(form.has("seDisclose")).isFalse();

    Answer given =
        stories.submit(
            changes.task(reference, COLLECT),
            "{'seIdNumber': {'value': '[DE]123456', 'type': 'String'}}");

    assertThat(given.status()).as(given.body().toString()).isBetween(200, 299);
    stories.awaitWaitingFor(reference, "SIGNED_FORM");
    stories.happen(domain, "REGISTRY_GRANTS");
    stories.advance("P1DT2H");
    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trade(domain).has("X-NICSE-IDNUMBER")).isTrue();
    assertThat(changes.trade(domain).has("X-NICSE-DISCLOSE")).isFalse();
    assertThat(order.at("/outcome/remark").asText()).contains("X-NICSE-DISCLOSE");
  }

  /** Fields that only the update accepts, and that came with the order, are still there. */
  @ParameterizedTest
  @CsvSource({"A, CODE_506", "B, CODE_219"})
  void aTradeThatIsTurnedIntoAnUpdateAsksForTheFieldsOfTheUpdate(String profile, String code) {
    changes.begin(profile);
    stories.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = changes.name("uk", "'registrantChangeBy': 'ICANN-TRADE'", "");
    stories.fault(
        "{'command': 'CheckDomainTrade', 'fault': '%s', 'times': 100, 'domain': '%s', 'description': '%s'}"
            .formatted(code, domain, "please use UPDATE method"));
    String reference =
        stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH + fields("'X-UK-REG-TYPE': 'LTD'"));
    JsonNode waiting = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(changes.passed(waiting)).contains("BoundaryEvent_OnlyAnUpdate");
    String task = changes.task(reference, COLLECT);
    assertThat(stories.form(task).at("/operation/value").asText()).isEqualTo("update");
    assertThat(stories.form(task).at("/ukPresentType/value").asText()).isEqualTo("LTD");

    Answer given =
        stories.submit(task, "{" + field("ukCompanyNumber", "01234567").substring(2) + "}");

    assertThat(given.status()).as(given.body().toString()).isBetween(200, 299);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(update(domain).at("/X-UK-REG-TYPE").asText()).isEqualTo("LTD");
    assertThat(update(domain).at("/X-UK-REG-CO-NO").asText()).isEqualTo("01234567");
    assertThat(changes.trades(domain)).isEmpty();
  }

  /** Otherwise a retry would send a wrong auth code again and again. */
  @BothReadings
  void anOperatorCanHaveRefusedFieldsAskedForAgain(String profile) {
    changes.begin(profile);
    String domain = changes.name("be", BY_TRADE, "");
    stories.fault(
        "{'command': 'CheckDomainTrade', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeChange(domain, fields("'AUTH': 'wrong-code'"));
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    String correction = changes.task(reference, "Task_CorrectChange");
    assertThat(stories.form(correction).at("/hasAdditionalFields/value").asBoolean()).isTrue();

    stories.submit(
        correction,
        "{'decision': {'value': 'RETRY'}, 'askForFields': {'value': true, 'type': 'Boolean'}}");

    JsonNode waiting = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("once more");
    String task = changes.task(reference, COLLECT);
    assertThat(stories.form(task).at("/beAuthCodeSecret/value").asText()).isEqualTo("••••••••");
    stories.submit(task, "{'beAuthCodeSecret': {'value': 'right-code'}}");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trade(domain).has("AUTH")).isTrue();
    assertThat(changes.passed(waiting).stream().filter(COLLECT::equals)).hasSize(1);
  }

  @Test
  void anAddressAloneIsAnUpdateToo() {
    String domain = changes.name("ca", BY_TRADE, ChangeOrders.ADA_ELSEWHERE);

    String reference = stories.placeChange(domain, fields("'X-CA-LEGALTYPE': 'CCT'"));

    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("UPDATED");
    assertThat(update(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
  }

  @Test
  void fieldsThatNoRouteAcceptsAreRefused() {
    assertThat(refusal("ca", "X-CA-REGISTRANT-LANGUAGE", "EN")).isEqualTo("NOT_FOR_OPERATION");
    assertThat(refusal("ca", "X-CA-DISCLOSE", "7")).isEqualTo("NOT_IN_LIST");
    assertThat(refusal("ca", "X-CA-DISCLOSE", "1")).isEqualTo("NOT_APPLICABLE");
    assertThat(refusal("ca", "X-CA-NOTHING", "1")).isEqualTo("UNKNOWN_FIELD");
    assertThat(refusal("se", "X-NICSE-IDNUMBER", "12")).isEqualTo("MALFORMED");
    assertThat(refusal("it", "X-IT-ACCEPT-LIABILITY-TAC", "0")).isEqualTo("NOT_IN_LIST");
  }

  /** By the route that the registrar states, unless it cannot be asked. */
  @Test
  void aStrictOrderMustHaveWhatItsRouteRequires() {
    String strict = ", 'strict': true";
    String byTrade = changes.name("se", BY_TRADE, "");
    String byUpdate = changes.name("se", BY_UPDATE, "");
    String anyWay = changes.name("ca", "'registrantChangeBy': 'REGISTRY'", "");
    String unknown = changes.name("se", BY_TRADE, "");
    stories.fault(
        "{'command': 'QueryDomainOptions', 'fault': 'CODE_421', 'times': 1, 'domain': '%s'}"
            .formatted(unknown));

    Answer refused = stories.tryChange(ChangeStories.reference(), byTrade, strict);
    Answer wantedAnyWay = stories.tryChange(ChangeStories.reference(), anyWay, strict);

    assertThat(codes(refused)).containsExactly("additionalFields.X-NICSE-IDNUMBER MISSING");
    assertThat(codes(wantedAnyWay)).containsExactly("additionalFields.X-CA-LEGALTYPE MISSING");
    stories.awaitStatus(stories.placeChange(byUpdate, strict), "COMPLETED");
    stories.awaitWaitingFor(stories.placeChange(unknown, strict), "ADDITIONAL_FIELDS");
  }

  private String refusal(String tld, String parameter, String value) {
    Answer refused =
        stories.tryChange(
            ChangeStories.reference(),
            freshName(tld),
            fields("'%s': '%s'".formatted(parameter, value)));
    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    assertThat(refused.body().get("errors")).as(refused.body().toString()).hasSize(1);
    assertThat(refused.body().at("/errors/0/field").asText())
        .isEqualTo("additionalFields." + parameter);
    return refused.body().at("/errors/0/code").asText();
  }

  private static String fields(String members) {
    return ", 'additionalFields': {" + members + "}";
  }

  private static List<String> codes(Answer refused) {
    return StreamSupport.stream(refused.body().path("errors").spliterator(), false)
        .map(error -> error.get("field").asText() + " " + error.get("code").asText())
        .toList();
  }

  private JsonNode update(String domain) {
    List<JsonNode> updates = changes.ledger(domain, "ModifyDomain");
    assertThat(updates).hasSize(1);
    return updates.get(0).get("parameters");
  }
}
