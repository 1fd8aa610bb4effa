package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Resettable;
import io.domainflow.order.domain.StoredDomain.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The locks that follow changes of registrant, in the database. */
@Repository
public class TransferLocks implements Resettable {

  private final JdbcClient jdbc;
  private final Clock clock;

  TransferLocks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records that the registrant of an order's name has changed, so that the lock begins. A further
   * change restarts it.
   *
   * @param lockedAfterwards whether to lock the name against transfers after it: as ordered, or
   *     else as before
   * @param computedEnd the computed end, used until the registrar states one
   */
  public void begins(UUID order, boolean lockedAfterwards, Instant computedEnd) {
    jdbc.sql(
            """
            insert into order_transfer_lock (order_id, begun_at, locked_afterwards, ends_at, source)
            values (:order, :now, :locked, :end, 'COMPUTED')
            on conflict (order_id) do update
            set begun_at = excluded.begun_at, locked_afterwards = excluded.locked_afterwards,
                ends_at = excluded.ends_at, source = excluded.source, locked = null,
                refusal = null, pending = false, gone_at = null
            """)
        .param("order", order)
        .param("now", utc(clock.instant()))
        .param("locked", lockedAfterwards)
        .param("end", utc(computedEnd))
        .update();
  }

  /**
   * The lock that follows the change of an order.
   *
   * @throws IllegalStateException if none has begun
   */
  public TransferLock get(UUID order) {
    return jdbc.sql(
            """
            select l.*, latest.locked_afterwards as wanted
            from order_transfer_lock l
            join provisioning_order o on o.id = l.order_id
            cross join lateral (
              select other.locked_afterwards from order_transfer_lock other
              join provisioning_order p on p.id = other.order_id
              where p.account = o.account and p.domain = o.domain
              order by other.begun_at desc limit 1) latest
            where l.order_id = :order
            """)
        .param("order", order)
        .query((row, n) -> lock(row))
        .optional()
        .orElseThrow(
            () -> new IllegalStateException("no transfer lock has begun for order " + order));
  }

  /**
   * The target state of the transfer lock after a lock from an earlier change that is still in
   * force: while it is, the registrar does not show the previous state. Empty without such a lock.
   */
  public Optional<Boolean> afterRunningOne(UUID order) {
    return jdbc.sql(
            """
            select other.locked_afterwards from order_transfer_lock other
            join provisioning_order p on p.id = other.order_id
            join provisioning_order o on o.account = p.account and o.domain = p.domain
            where o.id = :order and other.order_id <> o.id
              and other.ends_at > :now and other.gone_at is null
            order by other.begun_at desc limit 1
            """)
        .param("order", order)
        .param("now", utc(clock.instant()))
        .query(Boolean.class)
        .optional();
  }

  /** Records the transfer lock that an order has set for the time after the locks. */
  public void ordered(UUID order, boolean lockedAfterwards) {
    jdbc.sql(
            """
            update order_transfer_lock l set locked_afterwards = :locked
            from provisioning_order p, provisioning_order o
            where p.id = l.order_id and o.id = :order
              and p.account = o.account and p.domain = o.domain and l.gone_at is null
            """)
        .param("order", order)
        .param("locked", lockedAfterwards)
        .update();
  }

  /** Records a different end of the lock, as stated by the registrar. */
  public void moved(UUID order, Instant end) {
    jdbc.sql(
            """
            update order_transfer_lock set ends_at = :end, source = 'REGISTRAR'
            where order_id = :order
            """)
        .param("order", order)
        .param("end", utc(end))
        .update();
  }

  /**
   * Records the state of the transfer lock.
   *
   * @param locked null if the zone has none
   */
  public void read(UUID order, @Nullable Boolean locked) {
    jdbc.sql("update order_transfer_lock set locked = :locked where order_id = :order")
        .param("order", order)
        .param("locked", locked)
        .update();
  }

  /**
   * Records the outcome of the change of the transfer lock.
   *
   * @param refusal the registrar's message; null if it did not refuse
   * @param pending whether the registry has yet to execute the change
   */
  public void adjusted(UUID order, @Nullable String refusal, boolean pending) {
    jdbc.sql(
            """
            update order_transfer_lock set refusal = :refusal, pending = :pending
            where order_id = :order
            """)
        .param("order", order)
        .param("refusal", refusal)
        .param("pending", pending)
        .update();
  }

  /** Records that the name has left the account, so that its lock no longer concerns us. */
  public void gone(UUID order) {
    jdbc.sql("update order_transfer_lock set gone_at = :now where order_id = :order")
        .param("order", order)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** A reset of the sandbox deletes the names and their locks. */
  @Override
  public void startOver() {
    jdbc.sql("delete from order_transfer_lock").update();
  }

  private static TransferLock lock(ResultSet row) throws SQLException {
    return new TransferLock(
        row.getBoolean("wanted"),
        instant(row, "ends_at"),
        Source.valueOf(row.getString("source")),
        row.getObject("locked", Boolean.class),
        row.getString("refusal"),
        row.getBoolean("pending"));
  }
}
