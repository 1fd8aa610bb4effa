package io.domainflow.process.namesimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of the stories around imports, as an administrator takes them. */
final class Imports {

  private final Registrations registrations;
  private final Caller admin;
  private final JdbcClient jdbc;

  Imports(int port, Registrations registrations, JdbcClient jdbc) {
    this.registrations = registrations;
    this.admin = new Caller(port, "admin");
    this.jdbc = jdbc;
  }

  /** Starts an import; null means without a list. */
  Answer start(String account, String list, boolean dryRun) {
    String path =
        "/api/v1/accounts/"
            + registrations.accountHere(account)
            + "/import"
            + (dryRun ? "?dryRun=true" : "");
    return list == null
        ? admin.post(path, "{}")
        : admin.postAs(path, "text/csv", list.getBytes(StandardCharsets.UTF_8));
  }

  /** Starts an import and returns its path. */
  String started(String account, String list, boolean dryRun) {
    Answer answer = start(account, list, dryRun);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    String path = answer.response().headers().firstValue("Location").orElseThrow();
    assertThat(path).isEqualTo("/api/v1/imports/" + answer.body().get("id").asText());
    return path;
  }

  JsonNode get(String path) {
    return admin.get(path).body();
  }

  JsonNode awaitState(String path, String state) {
    JsonNode[] last = new JsonNode[1];
    Awaitility.await()
        .untilAsserted(
            () -> {
              last[0] = get(path);
              assertThat(last[0].get("state").asText()).as("%s", last[0]).isEqualTo(state);
            });
    return last[0];
  }

  /** Runs an import to its end and returns its report. */
  JsonNode report(String account, String list, boolean dryRun) {
    String path = started(account, list, dryRun);
    awaitState(path, "COMPLETED");
    return get(path + "/report");
  }

  long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /** The findings by «KIND name». */
  static Map<String, JsonNode> byNameAndKind(JsonNode report) {
    Map<String, JsonNode> found = new TreeMap<>();
    report.forEach(
        finding ->
            found.put(
                finding.get("finding").asText() + " " + finding.get("domain").asText(), finding));
    return found;
  }
}
