package io.domainflow.analysis;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums what the registrar has booked for orders, by the day of the booking. A booking may be found
 * days later, so no day is ever final: each booking is added to the sum of its day once, some time
 * after it was found, and is read individually until then.
 */
@Repository
class ChargedDays {

  /** The maximum number in one transaction. */
  private static final int AT_ONCE = 10_000;

  private static final String OF_ORDERS =
      """
      select (b.booked_at at time zone 'UTC')::date as day, o.operation, o.account, o.tld,
        b.currency, b.amount, 1 as bookings
      from %s b
      join command_journal j on j.id = b.entry
      join provisioning_order o on o.id = j.order_id
      """;

  private static final String COUNTS =
      """
      select %1$s, currency, sum(amount) as amount, sum(bookings) as bookings from (
        select day, operation, account, tld, currency, amount, bookings from figures_charged
        where day between :from and :to
        union all
        %2$s where not b.in_figures and b.booked_at >= :begin and b.booked_at < :end) charged
      where %3$s
      group by %1$s, currency order by %1$s, currency
      """;

  private static final String ADD =
      """
      with added as (
        update booking set in_figures = true
        where ctid = any(array(
          select ctid from booking where not in_figures limit %d for update skip locked))
        returning *)
      insert into figures_charged as sum
        (day, operation, account, tld, currency, amount, bookings)
      select day, operation, account, tld, currency, sum(amount), count(*) from (%s) charged
      group by day, operation, account, tld, currency order by 1, 2, 3, 4, 5
      on conflict (day, operation, account, tld, currency) do update
      set amount = sum.amount + excluded.amount, bookings = sum.bookings + excluded.bookings
      """
          .formatted(AT_ONCE, OF_ORDERS.formatted("added"));

  private final JdbcClient jdbc;

  ChargedDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Sums what was booked in a period.
   *
   * @param by expressions over day, operation, account and tld, without aliases; they are the first
   *     columns of the rows, followed by currency, amount and bookings
   */
  <T> List<T> sum(FigureCriteria criteria, String by, RowMapper<T> mapper) {
    String sql = COUNTS.formatted(by, OF_ORDERS.formatted("booking"), FigureCriteria.FILTERED);
    return criteria.filter(criteria.period(jdbc.sql(sql))).query(mapper).list();
  }

  /** Adds the bookings that have been found; several nodes take turns. */
  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  @Transactional
  void add() {
    jdbc.sql(ADD).update();
  }
}
