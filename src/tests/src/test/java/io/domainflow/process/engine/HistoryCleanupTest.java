package io.domainflow.process.engine;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's history of a process is kept for 180 days after its end, and not longer. */
@DomainflowTest
class HistoryCleanupTest {

  private final Registrations registrations;
  private final HistoryService history;
  private final OperationLogRemoval operationLog;
  private final JdbcClient jdbc;

  @Autowired
  HistoryCleanupTest(
      @LocalServerPort int port,
      HistoryService history,
      OperationLogRemoval operationLog,
      JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.history = history;
    this.operationLog = operationLog;
    this.jdbc = jdbc;
  }

  @Test
  void everythingOfAProcessGoesWhenItsTimeIsOver() {
    String older = ended();
    registrations.advance("P3D");
    String younger = ended();
    assertThat(rows(younger))
        .containsKeys(
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_op_log",
            "act_hi_varinst");

    registrations.advance("P178D");
    awaitGone(older);
    assertThat(rows(younger)).containsKeys("act_hi_procinst", "act_hi_op_log");

    registrations.advance("P3D");
    awaitGone(younger);
  }

  /** The process of an order that was cancelled. */
  private String ended() {
    String reference = registrations.place(freshName("ca"));
    JsonNode waiting = registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    registrations.cancel(reference);
    registrations.awaitStatus(reference, "CANCELLED");
    return waiting.get("processInstanceId").asText();
  }

  private void awaitGone(String instance) {
    // the nightly cleanup may be running just then
    await()
        .ignoreException(OptimisticLockingException.class)
        .until(() -> !history.cleanUpHistoryAsync(true).isSuspended());
    await().untilAsserted(() -> assertThat(rows(instance)).doesNotContainKey("act_hi_procinst"));
    operationLog.remove();
    assertThat(rows(instance)).isEmpty();
  }

  /** The number of rows of a process in each table of the history. */
  private Map<String, Integer> rows(String instance) {
    Map<String, Integer> rows = new TreeMap<>();
    Map<String, String> columns = new TreeMap<>();
    jdbc.sql(
            """
            select table_name, column_name from information_schema.columns
            where table_name like 'act\\_hi\\_%' and table_schema = current_schema()
              and column_name in ('proc_inst_id_', 'process_instance_id_')
            """)
        .query(
            row -> {
              columns.put(row.getString(1), row.getString(2));
            });
    columns.forEach(
        (table, column) -> {
          int count =
              jdbc.sql("select count(*) from %s where %s = ?".formatted(table, column))
                  .param(instance)
                  .query(Integer.class)
                  .single();
          if (count > 0) {
            rows.put(table, count);
          }
        });
    return rows;
  }
}
