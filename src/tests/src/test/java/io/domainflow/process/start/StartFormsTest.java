package io.domainflow.process.start;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People enter orders in a form: which are refused, in which words, and who has the next task. */
@DomainflowTest
class StartFormsTest {

  private static final String PROPOSED = "^OP-\\d{8}-[2-9A-Z]{4}$";

  private final Caller operator;
  private final Caller approver;
  private final Caller billing;
  private final Caller admin;
  private final String reference = "S-" + UUID.randomUUID();

  @Autowired
  StartFormsTest(@LocalServerPort int port) {
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
    this.billing = new Caller(port, "billing");
    this.admin = new Caller(port, "admin");
  }

  @Test
  void namesEachFieldAsTheFormDoes() {
    Map<String, String> entered = registration(freshName("com"));
    entered.put("registrantPhone", "030 1234567");
    entered.put("registrantEmail", "");
    entered.put("adminHandle", "no handle");
    entered.put("acceptAmount", "900.00");
    entered.put("renewalMode", "NEVER");
    entered.put("idnLanguage", "de");

    Answer answer = start(operator, "DomainRegistrationProcess", entered);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("message").asText())
        .contains("«Registrant: phone» must start with + and the country code")
        .contains("«Registrant: mail address» is required.")
        .contains("«Administrative contact» must be a contact handle")
        .contains("«Currency» is required.")
        .contains("«At the end of the period» must be one of")
        .contains("«Language of the name» is only for internationalized names.")
        .endsWith("Nothing was started.");
    assertThat(operator.get("/api/v1/orders/" + reference).status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsMissingIfNobodyIsToBeAsked() {
    Map<String, String> entered = registration(freshName("ca"));
    entered.put("strict", "true");

    Answer answer = start(operator, "DomainRegistrationProcess", entered);

    assertThat(answer.body().get("message").asText())
        .contains("Legal type of the registrant is missing.");
  }

  @Test
  void requiresAReference() {
    Map<String, String> entered = registration(freshName("com"));
    entered.put("reference", "");

    assertThat(message(start(operator, "DomainRegistrationProcess", entered)))
        .contains("«Reference» ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ChangeOfRegistrantProcess",
        "DomainDeletionProcess",
        "DomainRegistrationProcess",
        "DomainRenewalProcess",
        "DomainSuspensionProcess",
        "DomainTransferProcess",
        "DomainUpdateProcess"
      })
  void givesListsToChooseFrom(String process) {
    JsonNode form = form(operator, process);

    assertThat(form.findParents("valuesKey")).isEmpty();
    assertThat(values(form, "account")).contains("sandbox", "sandbox2");
    assertThat(form.findParents("key"))
        .filteredOn(
            field -> field.get("key").asText().matches("account|period|.+Country|.+Currency"))
        .isNotEmpty()
        .allMatch(field -> field.get("type").asText().equals("select"))
        .allMatch(field -> field.has("values") || field.has("valuesExpression"));
  }

  @Test
  void listsWhatAnOrderTakes() {
    JsonNode form = form(operator, "DomainRegistrationProcess");

    assertThat(values(form, "registrantCountry"))
        .containsExactlyInAnyOrder(Locale.getISOCountries());
    assertThat(values(form, "acceptCurrency"))
        .contains("EUR", "USD", "GBP")
        .doesNotContain("DEM")
        .doesNotHaveDuplicates();
    assertThat(values(form(operator, "DomainRenewalProcess"), "period"))
        .containsExactly("1Y", "2Y", "3Y", "4Y", "5Y", "6Y", "7Y", "8Y", "9Y", "10Y");
  }

  @Test
  void listsNoAccountsForOthers() {
    Answer answer = billing.get(formOf("DomainRegistrationProcess"));

    assertThat(answer.body().toString()).doesNotContain("sandbox");
  }

  @Test
  void proposesAReferenceThatIsNotUsed() {
    List<String> proposed =
        Stream.generate(() -> form(operator, "DomainDeletionProcess"))
            .limit(3)
            .map(form -> field(form, "reference").get("defaultValue").asText())
            .toList();

    assertThat(proposed).doesNotHaveDuplicates().allMatch(Pattern.compile(PROPOSED).asPredicate());
  }

  @Test
  void saysWhichFieldMeetsAnEarlierOrder() {
    Map<String, String> entered = registration(freshName("ca"));
    assertThat(start(operator, "DomainRegistrationProcess", entered).status()).isEqualTo(200);

    Answer repeated = start(operator, "DomainRegistrationProcess", entered);
    entered.put("reference", "S-" + UUID.randomUUID());
    Answer busy = start(operator, "DomainRegistrationProcess", entered);

    assertThat(repeated.status()).isEqualTo(409);
    assertThat(message(repeated))
        .contains("«Reference» is that of an order of yours for " + entered.get("domain"))
        .endsWith("Nothing was started.");
    assertThat(busy.status()).isEqualTo(409);
    assertThat(message(busy)).contains("«Domain» has an open order already: " + reference);
  }

  @Test
  void namesTheAccountsToStaffOnly() {
    String path = "/engine-rest/process-definition/key/DomainTransferProcess/start";
    String withoutKey =
        ("{'variables': {'reference': {'value': '%s', 'type': 'String'},"
                + "'account': {'value': 'nowhere', 'type': 'String'},"
                + "'domain': {'value': '%s', 'type': 'String'}}}")
            .formatted(reference, freshName("com"));
    String wrong = "«Account» is not an account of this system";

    assertThat(message(billing.post(path, withoutKey))).contains(wrong).doesNotContain("sandbox");
    for (Caller staff : List.of(operator, approver, admin)) {
      assertThat(message(staff.post(path, withoutKey)))
          .contains(wrong + "; there are: ", "sandbox");
    }
  }

  @Test
  void keepsTheWordsOfTheOrderApiForPrograms() {
    Answer answer =
        operator.post(
            "/engine-rest/process-definition/key/DomainTransferProcess/start",
            ("{'businessKey': '%s', 'variables': {"
                    + "'account': {'value': 'nowhere', 'type': 'String'},"
                    + "'domain': {'value': '%s', 'type': 'String'}}}")
                .formatted(reference, freshName("com")));

    assertThat(message(answer)).endsWith("account is not an account of this system");
  }

  @Test
  void givesTheFirstTaskToAnOperatorWhoHasPlacedTheOrder() {
    assertThat(start(operator, "DomainRegistrationProcess", registration(freshName("ca"))).status())
        .isEqualTo(200);

    assertThat(firstTask(operator).get("assignee").asText()).isEqualTo("operator");
  }

  @Test
  void leavesTheFirstTaskToAllOperatorsWhereAnybodyElseHasPlacedTheOrder() {
    assertThat(start(approver, "DomainRegistrationProcess", registration(freshName("ca"))).status())
        .isEqualTo(200);

    assertThat(firstTask(approver).get("assignee").isNull()).isTrue();
  }

  @Test
  void leavesTheFirstTaskToAllOperatorsWhereAnOperatorHasOrderedOverAnApi() {
    assertThat(
            operator
                .post(
                    "/api/v1/orders",
                    Registrations.order(reference, freshName("ca"), ", 'additionalFields': {}"))
                .status())
        .isEqualTo(202);

    assertThat(firstTask(operator).get("assignee").isNull()).isTrue();
  }

  private JsonNode firstTask(Caller caller) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        caller
                            .get("/api/v1/orders/" + reference)
                            .body()
                            .at("/waitingFor/code")
                            .asText())
                    .isEqualTo("ADDITIONAL_FIELDS"));
    String task =
        caller.get("/api/v1/orders/" + reference).body().at("/waitingFor/taskId").asText();
    return operator.get("/engine-rest/task/" + task).body();
  }

  private Map<String, String> registration(String domain) {
    Map<String, String> entered = new TreeMap<>();
    entered.put("reference", reference);
    entered.put("account", "sandbox");
    entered.put("domain", domain);
    entered.put("period", "1Y");
    entered.put("nameserverNames", "ns1.example.net, ns2.example.net");
    entered.put("registrantFirstName", "Ada");
    entered.put("registrantLastName", "Example");
    entered.put("registrantOrganization", "");
    entered.put("registrantStreet", "Main Street 1");
    entered.put("registrantCity", "Berlin");
    entered.put("registrantState", "");
    entered.put("registrantPostalCode", "10115");
    entered.put("registrantCountry", "DE");
    entered.put("registrantPhone", "+49.301234567");
    entered.put("registrantEmail", "ada@example.net");
    entered.put("adminHandle", "");
    entered.put("renewalMode", "");
    entered.put("transferLock", "");
    entered.put("acceptAmount", "");
    entered.put("acceptCurrency", "");
    entered.put("idnLanguage", "");
    return entered;
  }

  private static JsonNode form(Caller caller, String process) {
    Answer form = caller.get(formOf(process));
    assertThat(form.status()).as(form.body().toString()).isEqualTo(200);
    return form.body();
  }

  private static String formOf(String process) {
    return "/engine-rest/process-definition/key/" + process + "/deployed-start-form";
  }

  private static JsonNode field(JsonNode form, String key) {
    return form.findParents("key").stream()
        .filter(field -> field.get("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> values(JsonNode form, String key) {
    return field(form, key).get("values").findValuesAsText("value");
  }

  /** Starts as Tasklist does, without a business key. */
  private static Answer start(Caller caller, String process, Map<String, String> entered) {
    String variables =
        entered.entrySet().stream()
            .map(
                field ->
                    field.getKey().equals("strict")
                        ? "'strict': {'value': true, 'type': 'Boolean'}"
                        : "'%s': {'value': '%s', 'type': 'String'}"
                            .formatted(field.getKey(), field.getValue()))
            .collect(Collectors.joining(", "));
    return caller.post(
        "/engine-rest/process-definition/key/" + process + "/submit-form",
        "{'variables': {" + variables + "}}");
  }

  private static String message(Answer answer) {
    return answer.body().get("message").asText();
  }
}
