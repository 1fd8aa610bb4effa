package io.domainflow;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marked values go through every kind of order; then every place they must not be in is searched.
 */
@DomainflowTest
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest {

  private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller billing;
  private final Caller analyst;

  @Autowired
  PersonalDataTest(JdbcClient jdbc, @LocalServerPort int port) {
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.analyst = new Caller(port, "analyst");
  }

  @Test
  void staysInTheOrdersOwnTables(CapturedOutput log) {
    String completed = place(freshName("com"), "");
    registrations.awaitStatus(completed, "COMPLETED");
    String withFields =
        place(freshName("fr"), ", \"additionalFields\": {\"X-FR-REGISTRANT-LEGAL-ID\": \"%s\"}");
    registrations.awaitStatus(withFields, "COMPLETED");
    String operatorsFields = place(freshName("fr"), "");
    String task =
        registrations
            .awaitWaitingFor(operatorsFields, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();
    registrations.submit(task, "{'frLegalId': {'value': '" + canary + "'}, 'nonsense': {}}");
    registrations.submit(
        task,
        "{'frProof': {'value': 'ORG1'}, 'frLegalId': {'value': '%s'}, 'note': {'value': '%s'}}"
            .formatted(canary, canary));
    String refused = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'CODE_541', 'times': 2, 'domain': '%s'}"
            .formatted(refused));
    String corrected = place(refused, "");
    String first =
        registrations
            .awaitWaitingFor(corrected, "REGISTRAR_REFUSED")
            .at("/waitingFor/taskId")
            .asText();
    registrations.submit(
        first,
        "{'decision': {'value': 'RETRY'}, 'registrantLastName': {'value': '%s'}}"
            .formatted(canary));
    String second =
        registrations
            .await(
                corrected,
                order ->
                    order.at("/waitingFor/code").asText().equals("REGISTRAR_REFUSED")
                        && !order.at("/waitingFor/taskId").asText().equals(first))
            .at("/waitingFor/taskId")
            .asText();
    registrations.submit(
        second,
        "{'decision': {'value': 'GIVE_UP'}, 'registrantCity': {'value': '%s'}}".formatted(canary));
    registrations.awaitStatus(corrected, "FAILED");
    billing.postExactly(
        "/api/v1/orders", order("bad", "www.example.com", "").replace("\"DE\"", "\"XX\""));
    billing.postExactly(
        "/engine-rest/process-definition/key/DomainRegistrationProcess/start",
        "{\"businessKey\":\"c-1\",\"variables\":{\"note\":{\"value\":\"" + canary + "\"}}}");

    assertThat(tablesWith(canary)).containsExactly("order_contact");
    assertThat(tablesWith("test.passw0rd")).isEmpty();
    assertThat(log.getAll()).doesNotContain(canary).doesNotContain("test.passw0rd");
    for (String path :
        List.of(
            "/engine-rest/history/variable-instance",
            "/engine-rest/history/detail",
            "/engine-rest/variable-instance",
            "/engine-rest/incident")) {
      assertThat(analyst.get(path).response().body()).as(path).doesNotContain(canary);
    }
    assertThat(registrations.get(completed).toString()).doesNotContain(canary);
  }

  @Test
  void isShownInTheFormButNotKeptInTheTask() {
    String reference =
        place(freshName("fr"), ", \"additionalFields\": {\"X-FR-REGISTRANT-LEGAL-FORM\": \"%s\"}");
    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();

    JsonNode shown =
        registrations.operator().get("/engine-rest/task/" + task + "/form-variables").body();

    assertThat(shown.toString()).contains(canary);
    assertThat(tablesWith(canary)).containsExactly("order_contact");
    registrations.cancel(reference);
  }

  @Test
  void anAuthCodeIsNowhereAndIsGoneWithItsTransfer(CapturedOutput log) {
    String wrong = "w" + canary;
    String right = "r" + canary;
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': '%s'}".formatted(domain, right));
    String reference = registrations.placeTransfer(domain, ", 'authCode': '%s'".formatted(wrong));
    String task =
        registrations
            .awaitWaitingFor(reference, "AUTH_CODE_WRONG")
            .at("/waitingFor/taskId")
            .asText();
    assertThat(registrations.form(task).toString()).doesNotContain(canary);
    registrations.submit(
        task, "{'decision': {'value': 'RETRY'}, 'authCode': {'value': '%s'}}".formatted(right));
    JsonNode order = registrations.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    String overTheEngine = freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(overTheEngine));
    Caller.Answer started =
        billing.post(
            "/engine-rest/process-definition/key/DomainTransferProcess/start",
            ("{'businessKey': '%s', 'variables': {'account': {'value': 'sandbox'},"
                    + " 'domain': {'value': '%s'}, 'authCode': {'value': '%s'}}}")
                .formatted(UUID.randomUUID(), overTheEngine, wrong));
    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    assertThat(codes(order)).isOne();

    registrations.advance("P6D");
    registrations.awaitStatus(reference, "COMPLETED");

    assertThat(codes(order)).isZero();
    assertThat(tablesWith(canary)).isEmpty();
    assertThat(log.getAll()).doesNotContain(canary);
    assertThat(registrations.get(reference).toString()).doesNotContain(canary);
    for (String path :
        List.of(
            "/engine-rest/history/variable-instance",
            "/engine-rest/history/detail",
            "/engine-rest/variable-instance",
            "/engine-rest/incident")) {
      assertThat(analyst.get(path).response().body()).as(path).doesNotContain(canary);
    }
  }

  private int codes(JsonNode order) {
    return jdbc.sql("select count(*) from order_auth_code where order_id = :id")
        .param("id", UUID.fromString(order.get("id").asText()))
        .query(Integer.class)
        .single();
  }

  private String place(String domain, String more) {
    String reference = "P-" + UUID.randomUUID();
    Caller.Answer answer =
        billing.postExactly("/api/v1/orders", order(reference, domain, more.replace("%s", canary)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return reference;
  }

  private String order(String reference, String domain, String more) {
    return Registrations.order(reference, domain, more)
        .replace("\"Ada\"", "\"Ada" + canary + "\"")
        .replace("\"Main Street 1\"", "\"" + canary + " Street\"")
        .replace("ada@", canary + "@")
        .replace("\"city\"", "\"organization\": \"" + canary + " Inc\", \"city\"");
  }

  private List<String> tablesWith(String text) {
    return StoredText.tablesWith(text, jdbc);
  }
}
