package io.domainflow.order.intake;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.owner.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an account's platform does not offer is refused, whichever way an order comes. */
@DomainflowTest
class PlatformCheckTest {

  private static final String FIELDS =
      ", 'additionalFields': {'X-DE-ABUSE-CONTACT': 'a@b.example'}";

  private final Accounts accounts;
  private final OrderIntake intake;
  private final Callers callers;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Caller billing;
  private final String account = "second-" + UUID.randomUUID().toString().substring(0, 8);
  private final String reference = "second-" + UUID.randomUUID();

  @Autowired
  PlatformCheckTest(
      Accounts accounts,
      OrderIntake intake,
      Callers callers,
      JdbcClient jdbc,
      ObjectMapper json,
      @LocalServerPort int port) {
    this.accounts = accounts;
    this.intake = intake;
    this.callers = callers;
    this.jdbc = jdbc;
    this.json = json;
    this.billing = new Caller(port, "billing");
  }

  @BeforeEach
  void add() {
    accounts.insert(
        ResellerAccount.of(account, RegistrarSystem.CNR_SANDBOX, "test.user"), "test.passw0rd");
  }

  @AfterEach
  void nothingWasStored() {
    assertThat(
            jdbc.sql("select count(*) from provisioning_order where account = :account")
                .param("account", account)
                .query(Integer.class)
                .single())
        .isZero();
    accounts.delete(account);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?dryRun=true"})
  void changesNoRegistrants(String way) {
    String change =
        order(reference, freshName("com"), "")
            .replace("REGISTER", "CHANGE_REGISTRANT")
            .replace("\"period\": \"1Y\",", "")
            .replaceAll("(?s),\\s+\"nameservers\": \\[[^]]+]", "");

    assertThat(problems(way, change)).containsExactly(tuple("operation", "NOT_OFFERED"));
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTER,ca,'',''",
    "REGISTER,us,?dryRun=true,''",
    "REGISTER,travel,'',''",
    "TRANSFER,ca,'',''",
    "TRANSFER,ca,?dryRun=true,''",
    "REGISTER,ca,'',X-CA-LEGALTYPE",
    "REGISTER,ca,?dryRun=true,X-NO-SUCH-FIELD",
    "TRANSFER,ca,'',X-CA-LEGALTYPE"
  })
  void takesNoOrderThatWantsAdditionalFields(
      String operation, String tld, String way, String given) {
    String more = given.isEmpty() ? "" : ", 'additionalFields': {'%s': 'CCT'}".formatted(given);
    String order =
        order(reference, freshName(tld), more + ", 'strict': true").replace("REGISTER", operation);

    assertThat(problems(way, order))
        .as("one cause, one error")
        .containsExactly(tuple("account", "NOT_OFFERED"));
  }

  /** Whether fields are wanted depends on the registrant; that a .ca name wants some does not. */
  @Test
  void advisesNobodyToLeaveOutWhatTheRegistryWants() {
    String order =
        order(reference, freshName("ca"), ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}")
            .replaceAll("(\"country\"): \"[A-Z]+\"", "$1: \"XX\"");

    assertThat(problems("", order))
        .contains(tuple("account", "NOT_OFFERED"))
        .doesNotContain(tuple("additionalFields", "NOT_OFFERED"));
  }

  @ParameterizedTest
  @CsvSource({"ca,''", "us,?dryRun=true"})
  void leavesTheDetailsOfARegistrantToTheControlPanel(String tld, String way) {
    String update =
        """
        {"reference": "%s", "operation": "UPDATE", "account": "sandbox", "domain": "%s",
         "registrantDetails": {"phone": "+49.307654321"}, "transferLock": true}"""
            .formatted(reference, freshName(tld));

    assertThat(problems(way, update)).containsExactly(tuple("registrantDetails", "NOT_OFFERED"));
    assertThat(billing.postExactly("/api/v1/orders" + way, at(account, update)).body().toString())
        .contains("in the registrar's control panel")
        .doesNotContain("HEXONET");
  }

  @Test
  void takesNoAdditionalFieldsAndSaysSoBeforehand() {
    assertThat(problems("", order(reference, freshName("de"), FIELDS)))
        .containsExactly(tuple("additionalFields", "NOT_OFFERED"));
    assertThat(problems("", order(reference, freshName("com"), FIELDS)))
        .containsExactly(tuple("additionalFields", "NOT_OFFERED"));

    for (String tld : List.of("de", "ca")) {
      JsonNode said = billing.get("/api/v1/tlds/" + tld + "?account=" + account).body();
      assertThat(said.at("/terms/additionalFields").asBoolean(true)).as(tld).isFalse();
      assertThat(said.get("additionalFields")).as(tld).isEmpty();
      assertThat(said.get("additionalFieldsSchema").isNull()).as(tld).isTrue();
      assertThat(said.at("/terms/registration").asBoolean()).isEqualTo(tld.equals("de"));
    }
    assertThat(billing.get("/api/v1/tlds/de?account=sandbox").body().at("/terms/additionalFields"))
        .isEqualTo(BooleanNode.TRUE);
  }

  @Test
  void releasesNoNameToTransitThatOnlyTheRegistryTakesBack() {
    String release =
        """
        {"reference": "%s", "operation": "RELEASE", "account": "sandbox", "domain": "%s",
         "target": "TRANSIT"}"""
            .formatted(reference, freshName("at"));

    assertThat(problems("", release)).containsExactly(tuple("target", "NOT_OFFERED"));
  }

  @Test
  void hasNoNameserversOfItsOwnToGive() {
    String update =
        """
        {"reference": "%s", "operation": "UPDATE", "account": "sandbox", "domain": "%s",
         "registrarDns": true}"""
            .formatted(reference, freshName("com"));

    assertThat(problems("", update)).containsExactly(tuple("registrarDns", "NOT_OFFERED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"com", "de", "net", "nl"})
  void takesWhatWantsNone(String tld) throws Exception {
    ObjectNode order =
        (ObjectNode) json.readTree(at(account, order(reference, freshName(tld), "")));

    assertThat(intake.validate(order, callers.of("billing", List.of("billing"))).account())
        .isEqualTo(account);
  }

  @Test
  void theFirstPlatformTakesThemAll() throws Exception {
    ObjectNode order = (ObjectNode) json.readTree(order(reference, freshName("ca"), ""));

    assertThat(intake.validate(order, callers.of("billing", List.of("billing"))).account())
        .isEqualTo("sandbox");
  }

  private List<Tuple> problems(String way, String order) {
    Answer refused = billing.postExactly("/api/v1/orders" + way, at(account, order));
    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
    List<Tuple> problems = new ArrayList<>();
    for (JsonNode error : refused.body().get("errors")) {
      problems.add(tuple(error.get("field").asText(), error.get("code").asText()));
      if (error.get("code").asText().equals("NOT_OFFERED")) {
        assertThat(error.get("message").asText()).contains("CentralNic Reseller");
      }
    }
    return problems;
  }

  private static String at(String account, String order) {
    return order.replace("\"account\": \"sandbox\"", "\"account\": \"" + account + "\"");
  }
}
