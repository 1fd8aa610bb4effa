package io.domainflow.metrics;

import io.domainflow.database.EngineTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads metrics of the whole system from the database, every {@value #PAUSE} seconds and not at
 * each request, so that requests for metrics put no load on it. While the database cannot be read,
 * the last readings remain and {@code domainflow_readings_age_seconds} grows.
 */
@Component
class Readings {

  static final int PAUSE = 10;

  /** A due timer fires within seconds; after this time it counts as late. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Readings.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MeterRegistry registry;
  private final List<Reading> readings = new ArrayList<>();
  private volatile long readAtNanos = System.nanoTime();

  Readings(JdbcClient jdbc, Clock clock, MeterRegistry registry) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.registry = registry;
    Gauge.builder("domainflow.readings.age", this, Readings::ageSeconds)
        .description("how old the readings of the database are")
        .baseUnit("seconds")
        .register(registry);
    orders();
    steps();
    engine();
    fromOutside();
  }

  private double ageSeconds() {
    return (System.nanoTime() - readAtNanos) / 1e9;
  }

  private void orders() {
    numbers(
        "domainflow.orders.open",
        "orders that have not ended",
        "select operation, status, count(*) from provisioning_order"
            + " where status in ('IN_PROGRESS', 'WAITING') group by operation, status",
        "operation",
        "status");
    numbers(
        "domainflow.orders.waiting",
        "orders that wait, by whom and what for",
        "select waiting_who, waiting_code, count(*) from provisioning_order"
            + " where status = 'WAITING' group by waiting_who, waiting_code",
        "who",
        "code");
    numbers(
        "domainflow.commands.open",
        "commands whose outcome is not known yet",
        "select command, state, count(*) from command_journal"
            + " where state in ('INTENDED', 'IN_DOUBT') group by command, state",
        "command",
        "state");
    ages(
        "domainflow.commands.doubt.age",
        "how long the outcome of the oldest one in doubt has been unknown",
        "select min(doubt_since) from command_journal where state = 'IN_DOUBT'");
  }

  private void steps() {
    numbers(
        "domainflow.steps.in.trouble",
        "steps that have failed: RETRYING automatically, or STOPPED until somebody retries them",
        """
        select case when retries = 0 then 'STOPPED' else 'RETRYING' end as state, count(*) from (
          select coalesce(retries_, 1) as retries from act_ru_ext_task where error_msg_ is not null
          union all
          select retries_ from act_ru_job where exception_stack_id_ is not null) failed
        group by state
        """,
        "state");
    numbers(
        "domainflow.pump.due",
        "steps that are due to be worked, by any node",
        """
        select count(*) from act_ru_ext_task
        where suspension_state_ = 1 and coalesce(retries_, 1) > 0
          and (lock_exp_time_ is null or lock_exp_time_ < :local)
        """);
    ages(
        "domainflow.pump.due.age",
        "for how long the oldest of them has been due",
        """
        select min(coalesce(lock_exp_time_, create_time_)) from act_ru_ext_task
        where suspension_state_ = 1 and coalesce(retries_, 1) > 0
          and (lock_exp_time_ is null or lock_exp_time_ < :local)
        """);
  }

  private void engine() {
    numbers(
        "domainflow.timers.late",
        "timers that are due for more than a minute",
        """
        select count(*) from act_ru_job
        where duedate_ < :lateLocal and retries_ > 0 and suspension_state_ = 1
        """);
    ages(
        "domainflow.timers.late.age",
        "for how long the latest of them has been due",
        """
        select min(duedate_) from act_ru_job
        where duedate_ < :lateLocal and retries_ > 0 and suspension_state_ = 1
        """);
    numbers(
        "domainflow.incidents",
        "steps that have stopped, by process",
        """
        select d.key_, count(*) from act_ru_incident i join act_re_procdef d on d.id_ = i.proc_def_id_
        where i.id_ = i.root_cause_incident_id_ group by d.key_
        """,
        "process");
    numbers(
        "domainflow.tasks",
        "open tasks of people, by whether they are overdue",
        """
        select case when due_date_ < :local then 'true' else 'false' end as overdue, count(*)
        from act_ru_task group by overdue
        """,
        "overdue");
  }

  private void fromOutside() {
    numbers(
        "domainflow.inbox.events",
        "events of the registrar that nobody has taken yet",
        "select account, count(*) from registrar_event where handled_at is null group by account",
        "account");
    ages(
        "domainflow.inbox.age",
        "how long the oldest of them has been there",
        "select min(received_at) from registrar_event where handled_at is null");
    numbers(
        "domainflow.webhooks.pending",
        "events on their way to webhooks that take any",
        """
        select count(*) from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
        where d.state = 'PENDING' and e.open
        """);
    ages(
        "domainflow.webhooks.pending.age",
        "how long ago the oldest of them happened",
        """
        select min(v.occurred_at) from webhook_delivery d
        join webhook_endpoint e on e.id = d.endpoint_id join webhook_event v on v.id = d.event_id
        where d.state = 'PENDING' and e.open
        """);
    numbers(
        "domainflow.webhooks",
        "webhooks, by state and by whether their last tries have failed",
        """
        select state, case when failing_since is null then 'false' else 'true' end as failing,
          count(*)
        from webhook_endpoint group by state, failing
        """,
        "state",
        "failing");
  }

  /** Registers a number for each combination of labels, which are the columns before it. */
  private void numbers(String name, String description, String sql, String... labels) {
    readings.add(new Reading(sql, gauge(name, description, null), List.of(labels), this::number));
  }

  /** Registers how long ago something began; 0 if there is nothing. */
  private void ages(String name, String description, String sql) {
    readings.add(new Reading(sql, gauge(name, description, "seconds"), List.of(), this::age));
  }

  private MultiGauge gauge(String name, String description, @Nullable String unit) {
    return MultiGauge.builder(name).description(description).baseUnit(unit).register(registry);
  }

  @Scheduled(fixedDelay = PAUSE, timeUnit = TimeUnit.SECONDS)
  void read() {
    try {
      readings.forEach(this::read);
      readAtNanos = System.nanoTime();
    } catch (DataAccessException | TransactionException e) {
      log.warn("the metrics of the database cannot be read: {}", e.getMessage());
    }
  }

  private void read(Reading reading) {
    Instant now = clock.instant();
    RowMapper<Row<?>> mapper = (row, n) -> reading.row(row);
    List<Row<?>> rows =
        jdbc.sql(reading.sql())
            .param("local", EngineTime.at(now))
            .param("lateLocal", EngineTime.at(now.minus(LATE)))
            .query(mapper)
            .list();
    reading.gauge().register(rows, true);
  }

  private double number(ResultSet row, int column) throws SQLException {
    return row.getDouble(column);
  }

  private double age(ResultSet row, int column) throws SQLException {
    Timestamp since = row.getTimestamp(column);
    return since == null
        ? 0
        : Math.max(0, Duration.between(since.toInstant(), clock.instant()).toMillis() / 1e3);
  }

  /** Reads the value of a row. */
  private interface Value {

    double of(ResultSet row, int column) throws SQLException;
  }

  private record Reading(String sql, MultiGauge gauge, List<String> labels, Value value) {

    Row<?> row(ResultSet row) throws SQLException {
      Tags tags = Tags.empty();
      for (int i = 0; i < labels.size(); i++) {
        tags = tags.and(labels.get(i), row.getString(i + 1));
      }
      return Row.of(tags, value.of(row, labels.size() + 1));
    }
  }
}
