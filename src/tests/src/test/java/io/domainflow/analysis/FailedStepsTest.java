package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.analysis.AuditReader.audit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Steps that failed for the same reason are found together, and are retried by an administrator.
 */
@DomainflowTest
class FailedStepsTest {

  private final Registrations registrations;
  private final Caller admin;
  private final Caller analyst;
  private final JdbcClient jdbc;

  @Autowired
  FailedStepsTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.analyst = new Caller(port, "analyst");
    this.jdbc = jdbc;
  }

  @AfterEach
  void repair() {
    mend();
    registrations.noFaults();
  }

  private void mend() {
    jdbc.sql("alter table act_ru_ext_task drop constraint if exists broken").update();
  }

  @Test
  void stepsThatFailedForTheSameReasonAreRetriedTogether() {
    List<String> names = List.of(freshName("com"), freshName("com"));
    names.forEach(
        name ->
            registrations.fault(
                "{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
                    .formatted(name)));
    List<String> references = names.stream().map(registrations::place).toList();
    registrations.advance("P5D");
    references.forEach(
        one ->
            assertThat(
                    audit(
                        analyst,
                        registrations
                            .awaitWaitingFor(one, "TECHNICAL_PROBLEM")
                            .get("processInstanceId")
                            .asText()))
                .filteredOn(entry -> entry.get("wentWrong").asBoolean())
                .extracting(entry -> entry.get("text").asText())
                .contains("CheckDomains: 599, a code that is not documented"));
    String pending = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P30D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(pending));
    String waiting = registrations.place(pending);
    String instance =
        registrations
            .awaitWaitingFor(waiting, "REGISTRATION_PENDING")
            .get("processInstanceId")
            .asText();
    // the timer after which the registrar would be asked cannot store that
    jdbc.sql(
            "alter table act_ru_ext_task add constraint broken check (proc_inst_id_ <> '%s')"
                .formatted(instance))
        .update();
    registrations.advance("P2DT10H");
    registrations.awaitWaitingFor(waiting, "TECHNICAL_PROBLEM");

    JsonNode registrar = preview(references.get(0));
    JsonNode timers = preview(waiting);

    assertThat(registrar.at("/group/step").asText()).isEqualTo("Check availability");
    assertThat(registrar.at("/group/state").asText()).isEqualTo("STOPPED");
    assertThat(registrar.at("/group/what").asText()).contains("599");
    assertThat(registrar.at("/failed").findValuesAsText("reference")).containsAll(references);
    assertThat(registrar.at("/failed").findValuesAsText("domain")).containsAll(names);
    assertThat(registrar.at("/failed").findValuesAsText("kind")).containsOnly("EXTERNAL_TASK");
    assertThat(timers.at("/failed").findValuesAsText("kind")).containsOnly("JOB");
    assertThat(timers.at("/group/key")).isNotEqualTo(registrar.at("/group/key"));

    registrations.noFaults();
    for (JsonNode step : registrar.get("failed")) {
      String retries = "/engine-rest/external-task/" + step.get("id").asText() + "/retries";
      assertThat(analyst.put(retries, "{'retries': 1}").status()).isIn(403, 500);
      assertThat(admin.put(retries, "{'retries': 1}").status()).isEqualTo(204);
    }
    mend();
    for (JsonNode step : timers.get("failed")) {
      assertThat(
              admin
                  .put("/engine-rest/job/" + step.get("id").asText() + "/retries", "{'retries': 1}")
                  .status())
          .isEqualTo(204);
    }

    references.forEach(one -> registrations.awaitStatus(one, "COMPLETED"));
    registrations.awaitWaitingFor(waiting, "REGISTRATION_PENDING");
    assertThat(
            audit(analyst, registrations.get(references.get(0)).get("processInstanceId").asText()))
        .anySatisfy(
            entry -> {
              assertThat(entry.get("text").asText())
                  .isEqualTo("Had «Check availability» tried again.");
              assertThat(entry.get("by").asText()).isEqualTo("admin");
            })
        .anySatisfy(entry -> assertThat(entry.get("kind").asText()).isEqualTo("TROUBLE"));
    registrations.cancel(waiting);
  }

  private JsonNode preview(String reference) {
    return StreamSupport.stream(
            analyst.get("/api/v1/failed-steps").body().get("groups").spliterator(), false)
        .map(group -> analyst.get("/api/v1/failed-steps/" + group.get("key").asText()).body())
        .filter(found -> found.findValuesAsText("reference").contains(reference))
        .findFirst()
        .orElseThrow();
  }
}
