package io.domainflow.analysis;

import static io.domainflow.database.DatabaseTime.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts how orders have ended, and how long they took, by the day of their end. Days that {@link
 * DayCounting} has finished are read as counted; for later days, the orders are read. Each
 * statement reads a day in only one of the two ways, so that nothing is missing or counted twice.
 */
@Repository
class EndedOrders {

  /** Ended orders, from a time that has to be filled in until {@code :end}. */
  private static final String ENDED =
      """
      select (ended_at at time zone 'UTC')::date as day, operation, account, tld, status,
        case status when 'FAILED' then failure_reason end as reason,
        case status when 'FAILED' then failure_code end as code
      from provisioning_order where ended_at >= %s and ended_at < :end
      """;

  /**
   * The parts of the duration of completed orders, each in its class. The time of a call counts
   * unless the order waited meanwhile: then it is part of the wait. Clocks that differ must not
   * make the parts more than the whole.
   */
  private static final String TIMES =
      """
      select day, operation, part,
        case when millis < 1 then -1 else floor(ln(millis::float8) / ln(%2$s)) end as class
      from (
        select day, operation, total, people, least(registrar, total - people) as registrar
        from (
          select (ended_at at time zone 'UTC')::date as day, operation, whole.millis as total,
            least(people_ms, whole.millis) as people,
            registrar_ms + calls.millis as registrar
          from provisioning_order o
          cross join lateral (select greatest(0,
            extract(epoch from ended_at - created_at) * 1000)::bigint as millis) whole
          cross join lateral (select coalesce(sum(c.millis), 0) as millis from registrar_call c
            where c.order_id = o.id and c.at <= o.ended_at and not c.while_waiting) calls
          where status = 'COMPLETED' and ended_at >= %1$s and ended_at < :end) seen) told
      cross join lateral (values ('TOTAL', total), ('PEOPLE', people), ('REGISTRAR', registrar),
        ('OWN', total - people - registrar)) parts (part, millis)
      """;

  /** The start of the period, or of the days that are not counted yet. */
  static final String NOT_COUNTED_YET =
      """
      greatest(:begin, coalesce(
        (select before from figures_counted)::timestamp at time zone 'UTC', '-infinity'))""";

  private static final String COUNTS =
      """
      select %1$s,
        coalesce(sum(orders) filter (where status = 'COMPLETED'), 0) as completed,
        coalesce(sum(orders) filter (where status = 'FAILED'), 0) as failed,
        coalesce(sum(orders) filter (where status = 'CANCELLED'), 0) as cancelled
      from (
        select day, operation, account, tld, status, reason, code, orders from figures_orders
        where day between :from and :to
        union all
        select day, operation, account, tld, status, reason, code, 1 from (%2$s) ended) counted
      where %3$s
      group by %1$s order by %1$s
      """;

  private static final String HISTOGRAMS =
      """
      select operation, part, class, sum(orders) as orders from (
        select operation, part, class, orders from figures_times where day between :from and :to
        union all
        select operation, part, class, 1 from (%s) times) counted
      where :operation::text is null or operation = :operation
      group by operation, part, class
      """
          .formatted(TIMES.formatted(NOT_COUNTED_YET, TimeClass.RATIO));

  private final JdbcClient jdbc;

  EndedOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many orders have ended with each status. */
  record Counts(long completed, long failed, long cancelled) {

    static final Counts NONE = new Counts(0, 0, 0);

    static Counts of(ResultSet row) throws SQLException {
      return new Counts(row.getLong("completed"), row.getLong("failed"), row.getLong("cancelled"));
    }

    Counts plus(Counts other) {
      return new Counts(
          completed + other.completed, failed + other.failed, cancelled + other.cancelled);
    }

    long ended() {
      return completed + failed + cancelled;
    }
  }

  /**
   * Counts the orders that have ended in a period.
   *
   * @param by columns, out of day, operation, account, tld, reason and code; the rows have them and
   *     those of {@link Counts}
   */
  <T> List<T> count(FigureCriteria criteria, String by, RowMapper<T> mapper) {
    String sql = COUNTS.formatted(by, ENDED.formatted(NOT_COUNTED_YET), FigureCriteria.FILTERED);
    return criteria.filter(criteria.period(jdbc.sql(sql))).query(mapper).list();
  }

  /** A part of the time of the orders of one operation. */
  record PartOfTime(String operation, Part part) {}

  /** The parts of the duration of an order, and the whole. */
  enum Part {
    TOTAL,
    /** Waiting for staff, the caller who placed the order, or a registrant. */
    PEOPLE,
    /** Waiting for the registrar or a registry, and the calls to the registrar. */
    REGISTRAR,
    /** The rest. */
    OWN
  }

  /** How long the orders took that were completed in a period. */
  Map<PartOfTime, TimeHistogram> times(FigureCriteria criteria) {
    Map<PartOfTime, TimeHistogram> times =
        new TreeMap<>(Comparator.comparing(PartOfTime::operation).thenComparing(PartOfTime::part));
    criteria
        .filter(criteria.period(jdbc.sql(HISTOGRAMS)))
        .query(
            row -> {
              times
                  .computeIfAbsent(
                      new PartOfTime(
                          row.getString("operation"), Part.valueOf(row.getString("part"))),
                      part -> new TimeHistogram())
                  .add(row.getInt("class"), row.getLong("orders"));
            });
    return times;
  }

  /** When the first order ended; empty if none has. */
  Optional<Instant> firstEnd() {
    return jdbc.sql(
            "select min(ended_at) as first from provisioning_order where ended_at is not null")
        .query((row, n) -> Optional.ofNullable(instantOrNull(row, "first")))
        .single();
  }

  /** Deletes the counts of this day and later ones. */
  void forget(LocalDate from) {
    for (String counts : List.of("figures_orders", "figures_times")) {
      jdbc.sql("delete from " + counts + " where day >= :from").param("from", from).update();
    }
  }

  /** Counts a past day; afterwards its orders are not read again. */
  void keep(LocalDate day) {
    inDay(
        day,
        """
        insert into figures_orders (day, operation, account, tld, status, reason, code, orders)
        select day, operation, account, tld, status, reason, code, count(*) from (%s) ended
        group by day, operation, account, tld, status, reason, code
        """
            .formatted(ENDED.formatted(":begin")));
    inDay(
        day,
        """
        insert into figures_times (day, operation, part, class, orders)
        select day, operation, part, class, count(*) from (%s) times
        group by day, operation, part, class
        """
            .formatted(TIMES.formatted(":begin", TimeClass.RATIO)));
  }

  private void inDay(LocalDate day, String sql) {
    jdbc.sql(sql)
        .param("begin", FigureCriteria.midnight(day))
        .param("end", FigureCriteria.midnight(day.plusDays(1)))
        .update();
  }
}
