package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The instances of a process, also ended ones, can be searched and paged. */
@DomainflowTest
class InstanceSearchTest {

  private static final String REGISTRATION = "DomainRegistrationProcess";
  private static final String INSTANCES = "/api/v1/processes/" + REGISTRATION + "/instances";

  private final Registrations registrations;
  private final Caller analyst;
  private final Caller billing;
  private final JdbcClient jdbc;

  @Autowired
  InstanceSearchTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.analyst = new Caller(port, "analyst");
    this.billing = new Caller(port, "billing");
    this.jdbc = jdbc;
  }

  @Test
  void endedInstancesAreFoundByNameReferenceAndState() {
    String name = freshName("com");
    String label = name.substring(0, name.indexOf('.'));
    String good = registrations.place(name);
    registrations.awaitStatus(good, "COMPLETED");
    String taken = label + "-taken.com";
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(taken));
    String failed = registrations.place(taken);
    registrations.awaitStatus(failed, "FAILED");
    String cancelled = registrations.place(label + "-cancelled.ca");
    registrations.awaitStatus(cancelled, "WAITING");
    registrations.cancel(cancelled);
    String running = registrations.place(label + "-running.ca");
    registrations.awaitStatus(running, "WAITING");

    String ours = "domain=" + label + "*";
    assertThat(references(ours)).containsExactly(cancelled, failed, good);
    assertThat(references(ours + "&state=COMPLETED")).containsExactly(good);
    assertThat(references(ours + "&state=FAILED")).containsExactly(failed);
    assertThat(references(ours + "&state=CANCELLED")).containsExactly(cancelled);
    assertThat(references(ours + "&state=RUNNING")).containsExactly(running);
    assertThat(references("domain=*" + label + "-taken.com")).containsExactly(failed);
    assertThat(references("domain=" + name)).containsExactly(good);
    assertThat(references("reference=" + failed)).containsExactly(failed);
    assertThat(references(ours + "&state=FAILED&limit=1")).containsExactly(failed);
    assertThat(references("reference=none-" + failed)).isEmpty();
    String today = registrations.now().substring(0, 10);
    assertThat(references(ours + "&endedFrom=" + today + "&endedTo=" + today)).isNotEmpty();
    assertThat(references(ours + "&endedTo=2020-01-01")).isEmpty();

    JsonNode completed = analyst.get(INSTANCES + "?reference=" + good).body().at("/instances/0");
    JsonNode order = registrations.get(good);
    assertThat(completed.get("id")).isEqualTo(order.get("processInstanceId"));
    assertThat(completed.get("order")).isEqualTo(order.get("id"));
    assertThat(completed.get("state").asText()).isEqualTo("COMPLETED");
    assertThat(completed.get("domain").asText()).isEqualTo(name);
    assertThat(completed.get("account").asText()).isEqualTo("sandbox");
    assertThat(completed.get("operation").asText()).isEqualTo("REGISTER");
    assertThat(completed.get("outcome").asText()).isEqualTo("registered");
    assertThat(completed.get("tookSeconds").asDouble()).isPositive();
    assertThat(Instant.parse(completed.get("endedAt").asText()))
        .isAfter(Instant.parse(completed.get("startedAt").asText()));
    assertThat(analyst.get(INSTANCES + "?reference=" + failed).body().at("/instances/0/outcome"))
        .isEqualTo(registrations.get(failed).at("/failure/message"));

    String version =
        jdbc.sql("select proc_def_id_ from act_hi_procinst where id_ = :id")
            .param("id", completed.get("id").asText())
            .query(String.class)
            .single();
    assertThat(
            analyst
                .get("/api/v1/processes/" + version + "/instances?" + ours)
                .body()
                .get("instances"))
        .hasSize(3);
    registrations.cancel(running);
  }

  @Test
  void pagesFollowEachOther() {
    String label = freshName("com").replace(".com", "");
    List<String> placed = new ArrayList<>();
    for (String tld : List.of("com", "net", "org")) {
      String reference = registrations.place(label + "." + tld);
      registrations.awaitStatus(reference, "COMPLETED");
      placed.add(0, reference);
    }

    String query = INSTANCES + "?limit=2&domain=" + label + "*";
    JsonNode first = analyst.get(query).body();
    JsonNode second = analyst.get(query + "&after=" + first.get("next").asText()).body();

    assertThat(
            Stream.of(first, second).flatMap(page -> page.findValuesAsText("reference").stream()))
        .containsExactlyElementsOf(placed);
    assertThat(second.get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=101, limit",
    "limit=0, limit",
    "state=LOST, state",
    "domain=a b, domain",
    "domain=*%25*, domain",
    "endedFrom=yesterday, endedFrom",
    "after=nonsense, after",
    "state=RUNNING&endedFrom=2026-01-01, endedFrom",
    "stat=FAILED, stat"
  })
  void refusesWhatItDoesNotKnow(String query, String field) {
    Answer answer = analyst.get(INSTANCES + "?" + query.replace(" ", "%20"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/processes/NoProcess/instances",
        "/api/v1/processes/NoProcess:1:x/heat",
        "/api/v1/process-instances/nothing/audit",
        "/api/v1/failed-steps/nothing"
      })
  void saysWhatIsNotThere(String path) {
    assertThat(analyst.get(path).status()).isEqualTo(404);
    assertThat(billing.get(path).status()).isEqualTo(403);
  }

  private List<String> references(String query) {
    Answer answer = analyst.get(INSTANCES + "?" + query);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().get("instances").findValuesAsText("reference");
  }
}
