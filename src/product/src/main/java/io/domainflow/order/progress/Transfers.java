package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Period;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.owner.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The transfers of orders in the database. */
@Repository
public class Transfers {

  private final JdbcClient jdbc;
  private final Clock clock;

  Transfers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A transfer under way at the registrar.
   *
   * @param domain in A-label form
   * @param requestedAt when it was requested
   */
  public record Running(
      UUID order,
      String domain,
      String processInstanceId,
      @Nullable Phase phase,
      @Nullable Instant requestedAt) {}

  /** The transfer of an order; empty before it was checked at the registrar. */
  public Optional<Transfer> find(UUID order) {
    return jdbc.sql("select * from order_transfer where order_id = :order")
        .param("order", order)
        .query((row, n) -> transfer(row))
        .optional();
  }

  /**
   * Whether the owner of an order was the last to start a transfer of its name here, with this
   * order or an uncompleted earlier one. A completed transfer no longer proves anything.
   */
  public boolean wasStartedByOwner(ProvisioningOrder order) {
    return jdbc.sql(
            """
            select coalesce((
              select o.owner = :owner and o.status <> 'COMPLETED' from provisioning_order o
              join order_transfer t on t.order_id = o.id and t.requested_at is not null
              where o.account = :account and o.domain = :domain
              order by t.requested_at desc, o.created_at desc limit 1), false)
            """)
        .param("account", order.content().account())
        .param("domain", order.content().domain().ascii())
        .param("owner", Owner.textOf(order.owner()))
        .query(Boolean.class)
        .single();
  }

  /**
   * The transfer of an order.
   *
   * @throws IllegalStateException if it has not been checked at the registrar
   */
  public Transfer get(UUID order) {
    return find(order)
        .orElseThrow(() -> new IllegalStateException("the transfer has not been checked yet"));
  }

  /**
   * Records how the name is to be transferred.
   *
   * @param pendingPeriod how long the losing registrar has to object; null if that is not known
   */
  public void planned(
      UUID order,
      Kind kind,
      @Nullable Period period,
      @Nullable String priceClass,
      @Nullable String losingRegistrar,
      boolean confirmedByMail,
      @Nullable Duration pendingPeriod) {
    jdbc.sql(
            """
            insert into order_transfer
              (order_id, kind, period_years, price_class, losing_registrar, confirmed_by_mail,
              pending_ms)
            values (:order, :kind, :period, :priceClass, :losing, :byMail, :pending)
            on conflict (order_id) do update
            set kind = :kind, period_years = :period, price_class = :priceClass,
                losing_registrar = :losing, confirmed_by_mail = :byMail, pending_ms = :pending
            """)
        .param("order", order)
        .param("kind", kind.name())
        .param("period", period == null ? null : period.years())
        .param("priceClass", priceClass)
        .param("losing", losingRegistrar)
        .param("byMail", confirmedByMail)
        .param("pending", pendingPeriod == null ? null : pendingPeriod.toMillis())
        .update();
  }

  /** Records that the registrar has found the name in another of its accounts. */
  public void isBetweenAccounts(UUID order) {
    jdbc.sql("update order_transfer set kind = :kind where order_id = :order")
        .param("order", order)
        .param("kind", Kind.USERTRANSFER.name())
        .update();
  }

  /**
   * Records whom a transfer under way waits for.
   *
   * @param endsAt how long that may take; null if only the zone's usual time is known
   */
  public void waitsFor(UUID order, Phase phase, Instant requestedAt, @Nullable Instant endsAt) {
    jdbc.sql(
            """
            update order_transfer
            set phase = :phase,
                phase_ends_at = coalesce(:ends, case when :phase = 'AT_REGISTRY'
                  then cast(:requested as timestamptz) + pending_ms * interval '1 millisecond' end),
                requested_at = coalesce(requested_at, :requested)
            where order_id = :order
            """)
        .param("order", order)
        .param("phase", phase.name())
        .param("requested", utc(requestedAt))
        .param("ends", utc(endsAt))
        .update();
  }

  /**
   * Records that the registrar is asked to withdraw the transfer.
   *
   * @return the time of the record if it is the first, for removing it; empty if there is an
   *     earlier one
   */
  public Optional<Instant> withdrawn(UUID order) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbc.sql(
            """
            update order_transfer t set withdrawn_at = :now
            from (select withdrawn_at from order_transfer where order_id = :order for update) before
            where t.order_id = :order
            returning before.withdrawn_at is null as first
            """)
        .param("order", order)
        .param("now", utc(now))
        .query(Boolean.class)
        .optional()
        .filter(first -> first)
        .map(first -> now);
  }

  /**
   * Removes the record of a withdrawal that was certainly not executed, unless another one has
   * followed.
   */
  public void notWithdrawn(UUID order, Instant note) {
    jdbc.sql(
            """
            update order_transfer set withdrawn_at = null
            where order_id = :order and withdrawn_at = :note
            """)
        .param("order", order)
        .param("note", utc(note))
        .update();
  }

  /** The transfers under way in an account. */
  public List<Running> running(String account) {
    return jdbc.sql(
            """
            select o.id, o.domain, o.process_instance_id, t.phase, t.requested_at
            from provisioning_order o join order_transfer t on t.order_id = o.id
            where o.account = :account and o.operation = 'TRANSFER' and o.awaits_registry
              and o.status in ('IN_PROGRESS', 'WAITING')
            """)
        .param("account", account)
        .query(
            (row, n) ->
                new Running(
                    row.getObject("id", UUID.class),
                    row.getString("domain"),
                    row.getString("process_instance_id"),
                    phase(row),
                    instantOrNull(row, "requested_at")))
        .list();
  }

  private static Transfer transfer(ResultSet row) throws SQLException {
    Integer years = row.getObject("period_years", Integer.class);
    return new Transfer(
        Kind.valueOf(row.getString("kind")),
        years == null ? null : new Period(years),
        row.getString("price_class"),
        row.getString("losing_registrar"),
        row.getBoolean("confirmed_by_mail"),
        instantOrNull(row, "requested_at"),
        phase(row),
        instantOrNull(row, "phase_ends_at"),
        instantOrNull(row, "withdrawn_at"));
  }

  private static @Nullable Phase phase(ResultSet row) throws SQLException {
    String phase = row.getString("phase");
    return phase == null ? null : Phase.valueOf(phase);
  }
}
