package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first account, whose names are checked: as the registrar has them, and as we know them. */
final class CheckedAccount {

  private final AccountChecks checks;
  private final JdbcClient jdbc;

  CheckedAccount(AccountChecks checks, JdbcClient jdbc) {
    this.checks = checks;
    this.jdbc = jdbc;
  }

  void putBack() {
    checks.registrations().noFaults();
    mend("null");
    checks.begin("A");
    checks.registrations().removeSecondAccount();
  }

  void mend(String drift) {
    Answer answer =
        checks
            .admin()
            .patch(
                "/api/v1/accounts/" + checks.here("sandbox"),
                "{'drift': {'renewalMode': %s}}".formatted(drift));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  JsonNode domain(String domain) {
    Answer answer =
        checks.operator().get("/api/v1/domains/" + domain + "?account=" + checks.here("sandbox"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  void name(String domain, String members) {
    checks
        .registrations()
        .registry("{'domain': '%s', 'account': 'test.user', %s}".formatted(domain, members));
  }

  String ended(String prefix) {
    String domain = prefix + Registrations.freshName("com");
    name(domain, "'renewalMode': 'AUTOEXPIRE'");
    return domain;
  }

  String registered() {
    String domain = Registrations.freshName("com");
    checks.registrations().awaitStatus(checks.registrations().place(domain), "COMPLETED");
    return domain;
  }

  String names(JsonNode task) {
    return checks.form(task, "names");
  }

  /** Turns a completed order into one that the process of another operation would leave. */
  void order(String domain, String operation, String status, String charged) {
    String columns =
        jdbc.sql(
                "select string_agg(column_name, ', ') from information_schema.columns"
                    + " where table_name = 'provisioning_order' and is_generated = 'NEVER'")
            .query(String.class)
            .single();
    int inserted =
        jdbc.sql(
                """
                insert into provisioning_order (%1$s)
                select %1$s from (
                  select (jsonb_populate_record(o, jsonb_build_object('id', :id::text,
                    'reference', :id::text, 'operation', :operation::text,
                    'status', :status::text, 'charged', :charged::text, 'process_instance_id',
                    :id::text, 'created_at', o.created_at + interval '1 minute'))).*
                  from provisioning_order o where domain = :domain and operation = 'REGISTER'
                ) made
                """
                    .formatted(columns))
            .param("id", UUID.randomUUID().toString())
            .param("domain", domain)
            .param("operation", operation)
            .param("status", status)
            .param("charged", charged)
            .update();
    assertThat(inserted).isEqualTo(1);
  }

  void noOrder(String domain, String operation) {
    jdbc.sql("delete from provisioning_order where domain = :domain and operation = :operation")
        .param("domain", domain)
        .param("operation", operation)
        .update();
  }

  double cost(String domain) {
    return checks.registrations().ledger(domain).stream()
        .mapToDouble(entry -> entry.get("charged").asDouble())
        .sum();
  }
}
