package io.domainflow.registrar;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.database.DatabaseTime;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.ListBookings.Booking;
import io.domainflow.registrar.command.Mutation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registrar's bookings for commands that cost money. They are looked for soon after a command
 * was executed, then at growing intervals, for at most a week.
 */
@Repository
public class Bookings {

  /** How long we look for a booking. */
  static final Duration BOOKED_WITHIN = Duration.ofMinutes(1);

  private static final Duration LOOKED_FOR = Duration.ofDays(7);

  // The registrar's clock and ours may differ by seconds.
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

  private static final Duration A_DAY_EARLY = Duration.ofDays(1);

  // The registrar's dates have no fractions of a second.
  private static final String OF_A_CHARGE =
      """
      not exists (select 1 from booking where entry = id and amount > 0)
        and (case when charged_at is null
          then date_trunc('second', intended_at) <= cast(:at as timestamptz) + interval '5 minutes'
            and resolved_at >= cast(:at as timestamptz) - interval '5 minutes'
          else charged_at - interval '1 day' <= :at and charged_at + interval '7 days' >= :at end)
      order by
        charged_at nulls first,
        greatest(date_trunc('second', intended_at) - :at, :at - resolved_at, interval '0'),
        intended_at
      """;

  private static final String OF_A_REFUND =
      """
      date_trunc('second', intended_at) <= cast(:at as timestamptz)
        and coalesce(charged_at, intended_at) >= cast(:at as timestamptz) - interval '7 days'
      order by state = 'UNDONE' desc, intended_at desc
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Bookings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A command whose booking we look for.
   *
   * @param entry number in the journal
   * @param domain in ASCII
   * @param chargedAt when it was sent or, for a later charge, when it is charged
   * @param later whether it is charged later: the registrar may be a day early
   * @param dueAt when the next search is due
   */
  public record Awaited(
      long entry,
      UUID order,
      String account,
      String domain,
      Instant chargedAt,
      boolean later,
      Instant dueAt) {

    /** The earliest time at which the command can have been booked. */
    public Instant bookedSince() {
      return chargedAt.minus(later ? A_DAY_EARLY : CLOCKS_DIFFER_BY);
    }
  }

  /**
   * Records that a purchase of an order is charged only later: its booking is searched for from
   * then on.
   */
  public void chargedLater(UUID order, Class<? extends Mutation<?>> command, Instant at) {
    jdbc.sql(
            """
            update command_journal
            set charged_at = :at,
                booking_due_at = case when booking_due_at is not null
                  then greatest(booking_due_at, :at) end
            where order_id = :order and command = :command
              and state in ('INTENDED', 'IN_DOUBT', 'EXECUTED')
            """)
        .param("order", order)
        .param("command", Command.nameOf(command))
        .param("at", utc(at))
        .update();
  }

  /** The commands for which a search is due. */
  public List<Awaited> due() {
    return jdbc.sql(
            """
            select id, order_id, account, object, booking_due_at,
              coalesce(charged_at, intended_at) as begun_at, charged_at is not null as later
            from command_journal
            where booking_due_at <= :now order by account, begun_at limit 1000
            """)
        .param("now", utc(clock.instant()))
        .query(
            (row, n) ->
                new Awaited(
                    row.getLong("id"),
                    row.getObject("order_id", UUID.class),
                    row.getString("account"),
                    row.getString("object"),
                    instant(row, "begun_at"),
                    row.getBoolean("later"),
                    instant(row, "booking_due_at")))
        .list();
  }

  /** When the next search is due. */
  public Optional<Instant> nextDue() {
    return jdbc.sql(
            "select min(booking_due_at) as at from command_journal where booking_due_at is not null")
        .query((row, n) -> Optional.ofNullable(instantOrNull(row, "at")))
        .single();
  }

  /**
   * Assigns a booking to its command. A charge belongs to the command that was under way at about
   * the time of the booking and has no charge yet, because other charges for the name may exist. A
   * refund belongs to an earlier command, which has then failed. A booking is recorded once, and
   * not at all if there is no such command.
   *
   * @param domain in ASCII
   */
  public void booked(String account, String domain, Booking booking) {
    boolean charge = booking.charged().amount().signum() > 0;
    jdbc.sql(
            """
            insert into booking (account, booking, entry, amount, currency, booked_at)
            select :account, :booking, id, :amount, :currency, :at from command_journal
            where account = :account and object = :domain and costs_money
              and state in ('EXECUTED', 'UNDONE') and %s limit 1
            on conflict do nothing
            """
                .formatted(charge ? OF_A_CHARGE : OF_A_REFUND))
        .param("account", account)
        .param("booking", booking.id())
        .param("domain", domain)
        .param("amount", booking.charged().amount())
        .param("currency", booking.charged().currency().getCurrencyCode())
        .param("at", utc(booking.at()))
        .update();
  }

  /**
   * Records that the bookings were searched for a command. If no charge was found, the next search
   * follows after the time that has passed since the command.
   *
   * @return whether the charge was found; also false if another node has searched in the meantime
   */
  @Transactional
  public boolean lookedFor(Awaited awaited) {
    boolean found =
        jdbc.sql(
                    """
                    update command_journal set booking_due_at = null
                    where id = :entry and booking_due_at = :due
                      and exists (select 1 from booking where entry = :entry and amount > 0)
                    """)
                .param("entry", awaited.entry())
                .param("due", utc(awaited.dueAt()))
                .update()
            > 0;
    if (!found) {
      jdbc.sql(
              """
              update command_journal set booking_due_at = :next
              where id = :entry and booking_due_at = :due
              """)
          .param("entry", awaited.entry())
          .param("due", utc(awaited.dueAt()))
          .param("next", next(awaited).map(DatabaseTime::utc).orElse(null))
          .update();
    }
    return found;
  }

  private Optional<Instant> next(Awaited awaited) {
    Instant now = clock.instant();
    Duration sofar = Duration.between(awaited.chargedAt(), now);
    return sofar.compareTo(LOOKED_FOR) > 0
        ? Optional.empty()
        : Optional.of(now.plus(sofar.compareTo(BOOKED_WITHIN) < 0 ? BOOKED_WITHIN : sofar));
  }

  /**
   * The total booked for all purchases of an order, in the currency of the latest booking; empty
   * while a booking is missing.
   */
  public Optional<Money> total(UUID order) {
    return jdbc.sql(
            """
            select b.currency, sum(b.amount) as amount
            from command_journal j join booking b on b.entry = j.id
            where j.order_id = :order and j.state = 'EXECUTED'
              and not exists (
                select 1 from command_journal other
                where other.order_id = :order and other.costs_money and other.state = 'EXECUTED'
                  and not exists (select 1 from booking of where of.entry = other.id))
            group by b.currency order by max(b.booked_at) desc limit 1
            """)
        .param("order", order)
        .query(
            (row, n) ->
                new Money(
                    row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))))
        .optional();
  }
}
