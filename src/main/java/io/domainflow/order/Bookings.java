package io.domainflow.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the registrar has booked on its account for orders that have cost money. It is looked for
 * soon after the order has bought, then ever less often, and no longer than a week.
 */
@Repository
public class Bookings {

  private static final Duration LOOKED_FOR = Duration.ofDays(7);

  // The registrar's clock and ours need not agree to the second.
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final OrderCourse course;
  private final RowMapper<ProvisioningOrder> mapper;
  private final Clock clock;

  Bookings(JdbcClient jdbc, OrderCourse course, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.course = course;
    this.mapper = new OrderRowMapper(json);
    this.clock = clock;
  }

  /**
   * An order whose booking is to be looked for.
   *
   * @param domain in ASCII
   */
  public record Awaited(UUID order, String account, String domain, Instant boughtAt) {

    /** Bookings from before this are not of this order. */
    public Instant bookedSince() {
      return boughtAt.minus(CLOCKS_DIFFER_BY);
    }
  }

  /** The orders whose booking is to be looked for now. */
  public List<Awaited> due() {
    return jdbc.sql(
            """
            select id, account, domain, bought_at from provisioning_order
            where booking_due_at <= :now order by account, bought_at limit 1000
            """)
        .param("now", utc(clock.instant()))
        .query(Bookings::awaited)
        .list();
  }

  /** When the next one is to be looked for. */
  public Optional<Instant> nextDue() {
    return jdbc.sql("select min(booking_due_at) from provisioning_order")
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Notes a booking with the order that it is of: the latest that had bought for the name by then.
   * It is noted once.
   *
   * @param booking the registrar's number of it
   * @param domain in ASCII
   * @param charged without VAT; negative for what was given back
   */
  public void booked(String account, String booking, String domain, Instant at, Money charged) {
    jdbc.sql(
            """
            insert into order_booking (account, booking, order_id, amount, currency, booked_at)
            select :account, :booking, id, :amount, :currency, :at from provisioning_order
            where account = :account and domain = :domain
              and bought_at between :from and :to
            order by bought_at desc limit 1
            on conflict do nothing
            """)
        .param("account", account)
        .param("booking", booking)
        .param("domain", domain)
        .param("amount", charged.amount())
        .param("currency", charged.currency().getCurrencyCode())
        .param("at", utc(at))
        .param("from", utc(at.minus(LOOKED_FOR)))
        .param("to", utc(at.plus(CLOCKS_DIFFER_BY)))
        .update();
  }

  /**
   * Notes that the registrar's account was read for an order. If nothing was found that was booked
   * for it, it is read again after as long as that has taken by now.
   */
  @Transactional
  public void lookedFor(Awaited awaited) {
    Instant now = clock.instant();
    Optional<ProvisioningOrder> booked = takeOver(awaited.order(), now);
    if (booked.isPresent()) {
      booked
          .filter(order -> !order.purchase().isBookedAsStated())
          .ifPresent(course::priceCorrected);
      return;
    }
    Duration sofar = Duration.between(awaited.boughtAt(), now);
    boolean givenUp = sofar.compareTo(LOOKED_FOR) > 0;
    Duration pause = sofar.compareTo(Orders.BOOKED_WITHIN) < 0 ? Orders.BOOKED_WITHIN : sofar;
    jdbc.sql("update provisioning_order set booking_due_at = :next where id = :order")
        .param("order", awaited.order())
        .param("next", givenUp ? null : utc(now.plus(pause)))
        .update();
  }

  /** The sum of what was booked, in the currency of the latest booking. */
  private Optional<ProvisioningOrder> takeOver(UUID order, Instant now) {
    return jdbc.sql(
            """
                update provisioning_order o
                set booked_amount = b.amount, booked_currency = b.currency,
                    booking_due_at = null, updated_at = :now
                from (
                  select currency, sum(amount) as amount from order_booking
                  where order_id = :order
                  group by currency order by max(booked_at) desc limit 1) b
                where o.id = :order and o.charged = 'YES'
                returning o.*
                """)
        .param("order", order)
        .param("now", utc(now))
        .query(mapper)
        .optional();
  }

  private static Awaited awaited(ResultSet row, int number) throws SQLException {
    return new Awaited(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("domain"),
        row.getObject("bought_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
