package io.domainflow.order;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.order.NamesWithFields.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.StoredText;
import io.domainflow.build.BothReadings;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.order.content.OrderReference;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a registry wanted to know of a name is kept with it, and neither consents nor auth codes.
 */
@DomainflowTest
@ExtendWith(OutputCaptureExtension.class)
class SavedAdditionalFieldsTest {

  private final Registrations registrations;
  private final Caller billing;
  private final NamesWithFields names;
  private final JdbcClient jdbc;
  private final Orders orders;
  private final SavedAdditionalFields saved;

  @Autowired
  SavedAdditionalFieldsTest(
      @LocalServerPort int port, JdbcClient jdbc, Orders orders, SavedAdditionalFields saved) {
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.names = new NamesWithFields(registrations, billing);
    this.jdbc = jdbc;
    this.orders = orders;
    this.saved = saved;
  }

  @AfterEach
  void asOnTheFirstDay() {
    registrations.startOver();
    registrations.profile("A");
  }

  /** A value that was not sent has not been taken by any registry. */
  @Test
  void keepsWhatTheRouteOfAChangeSent() {
    String domain = freshName("ca");
    names.registered(domain, "TRADE");

    String reference =
        names
            .change(
                domain,
                BOB,
                ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT', 'X-CA-DISCLOSE': '1'}",
                "")
            .body()
            .get("reference")
            .asText();

    assertThat(registrations.awaitStatus(reference, "COMPLETED").at("/outcome/remark").asText())
        .contains("X-CA-DISCLOSE");
    assertThat(names.kept(domain)).containsExactly("X-CA-LEGALTYPE");
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
    assertThat(names.kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
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
  void isOfTheAccountThatHasTheName() {
    DomainName domain = DomainName.of(names.registeredByAnOperator());

    assertThat(saved.of("sandbox", domain).values().values()).isNotEmpty();
    assertThat(saved.of("sandbox2", domain).values().values()).isEmpty();
  }

  @Test
  void leavesWithTheName() {
    String deleted = names.registeredByAnOperator();

    String deletion =
        registrations.placePlain("DELETE", deleted, ", 'confirmDomain': '%s'".formatted(deleted));
    registrations.awaitWaitingFor(deletion, "DELETION_PENDING");
    registrations.advance("P8D");

    registrations.awaitStatus(deletion, "COMPLETED");
    assertThat(names.kept(deleted)).isEmpty();
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
    assertThat(names.kept(domain)).containsExactly("X-NICSE-IDNUMBER");
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
        names.change(given, BOB, ", 'additionalFields': {'AUTH': '%s'}".formatted(code), "");
    String operators = names.change(asked, BOB, "", "").body().get("reference").asText();
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
    assertThat(names.traded(given).at("/AUTH").asText()).isEqualTo("***");
    registrations.awaitWaitingFor(operators, "REGISTRAR_REFUSED");
    assertThat(fieldsOfOrders(asked)).isOne();
    registrations.cancel(operators);
    assertThat(names.kept(given)).isEmpty();
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

  private void hasAlso(String reference, String parameter) {
    ProvisioningOrder order =
        orders.findByReference("billing", new OrderReference(reference)).orElseThrow();
    orders.replaceAdditionalFields(
        order.id(),
        order.content().additionalFields().with(new AdditionalFields(Map.of(parameter, "1"))));
  }

  private int rows(String domain) {
    return jdbc.sql("select count(*) from kept_additional_field where domain = :domain")
        .param("domain", domain)
        .query(Integer.class)
        .single();
  }
}
