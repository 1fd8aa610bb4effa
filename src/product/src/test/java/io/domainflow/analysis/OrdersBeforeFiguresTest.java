package io.domainflow.analysis;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Orders of versions without figures are also included in the figures. */
class OrdersBeforeFiguresTest {

  private static final Instant PLACED = Instant.parse("2026-03-01T10:00:00Z");

  private static JdbcClient jdbc;
  private static UUID done;
  private static UUID waiting;
  private static UUID withoutCourse;
  private static UUID endedByAnOldNode;

  @BeforeAll
  static void upgrade() {
    DriverManagerDataSource database =
        new DriverManagerDataSource(TestDatabase.create(), TestDatabase.USERNAME, "");
    jdbc = JdbcClient.create(database);
    Flyway.configure().dataSource(database).target("30").load().migrate();

    done = order("COMPLETED", hours(20));
    event(done, 0, "CREATED", null);
    event(done, 1, "WAITING", "OPERATOR");
    event(done, 4, "IN_PROGRESS", null);
    event(done, 5, "WAITING", "REGISTRAR");
    event(done, 7, "WAITING", "REGISTRANT");
    event(done, 12, "COMPLETED", null);

    waiting = order("WAITING", hours(9));
    event(waiting, 1, "WAITING", "OPERATOR");
    event(waiting, 2, "IN_PROGRESS", null);
    event(waiting, 6, "WAITING", "REGISTRAR");

    withoutCourse = order("FAILED", hours(3));

    endedByAnOldNode = order("WAITING", hours(2));
    event(endedByAnOldNode, 2, "WAITING", "OPERATOR");

    Flyway.configure().dataSource(database).load().migrate();
  }

  @Test
  void sayWhenTheyEndedAndHowLongTheyWaitedForWhom() {
    assertThat(row(done)).isEqualTo(new Row(hours(12), null, 8, 2, "co.uk"));
  }

  @Test
  void showSinceWhenTheyHaveBeenWaiting() {
    assertThat(row(waiting)).isEqualTo(new Row(null, hours(6), 1, 0, "co.uk"));
  }

  @Test
  void usesTheLastChangeAsTheEndIfNothingElseIsKnown() {
    assertThat(row(withoutCourse)).isEqualTo(new Row(hours(3), null, 0, 0, "co.uk"));
  }

  @Test
  void processesThatAnOldNodeEndsAfterTheUpgradeHaveEndedThen() {
    jdbc.sql("update provisioning_order set status = 'CANCELLED', updated_at = :at where id = :id")
        .param("at", utc(hours(5)))
        .param("id", endedByAnOldNode)
        .update();

    assertThat(row(endedByAnOldNode).endedAt()).isEqualTo(hours(5));
    assertThat(row(endedByAnOldNode).waitingSince()).isNull();
  }

  private static Instant hours(int hours) {
    return PLACED.plus(Duration.ofHours(hours));
  }

  private record Row(
      Instant endedAt, Instant waitingSince, long peopleHours, long registrarHours, String tld) {}

  private static Row row(UUID order) {
    return jdbc.sql("select * from provisioning_order where id = :id")
        .param("id", order)
        .query(
            (row, n) ->
                new Row(
                    instantOrNull(row, "ended_at"),
                    instantOrNull(row, "waiting_since"),
                    Duration.ofMillis(row.getLong("people_ms")).toHours(),
                    Duration.ofMillis(row.getLong("registrar_ms")).toHours(),
                    row.getString("tld")))
        .single();
  }

  private static UUID order(String status, Instant changed) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into provisioning_order (id, reference, login, content_digest, operation,
              account, domain, domain_unicode, period_years, nameservers, renewal_mode,
              transfer_lock, privacy, metadata, status, charged, process_instance_id, created_at,
              updated_at)
            values (:id, :text, 'billing', 'x', 'REGISTER', 'main', :text || '.co.uk',
              :text || '.co.uk', 1, '{}', 'AUTOEXPIRE', false, false, '{}', :status, 'YES', :text,
              :created, :changed)
            """)
        .param("id", id)
        .param("text", id.toString())
        .param("status", status)
        .param("created", utc(PLACED))
        .param("changed", utc(changed))
        .update();
    return id;
  }

  private static void event(UUID order, int hours, String kind, String who) {
    jdbc.sql("insert into order_event (order_id, at, kind, who) values (:order, :at, :kind, :who)")
        .param("order", order)
        .param("at", utc(hours(hours)))
        .param("kind", kind)
        .param("who", who)
        .update();
  }
}
