package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Money;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.progress.Deletion.NameState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deletions of names in the database. */
@Repository
public class Deletions {

  private static final Deletion NOT_LOOKED_AT = new Deletion(null, null, null, null);

  private final JdbcClient jdbc;
  private final Clock clock;

  Deletions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The deletion of an order. */
  public Deletion get(UUID order) {
    return jdbc.sql("select * from order_deletion where order_id = :order")
        .param("order", order)
        .query((row, n) -> deletion(row))
        .optional()
        .orElse(NOT_LOOKED_AT);
  }

  /**
   * Records the state of the name, replacing the earlier record.
   *
   * @param restorable null if not known
   * @param restorePrice null if not known
   */
  public void seen(
      UUID order, NameState seen, @Nullable Duration restorable, @Nullable Money restorePrice) {
    jdbc.sql(
            """
            insert into order_deletion (order_id, created_at, expires_at, paid_until, owner,
              renewal_mode, restorable_days, restore_amount, restore_currency)
            values (:order, :created, :expires, :paidUntil, :owner, :mode, :days, :amount,
              :currency)
            on conflict (order_id) do update
            set created_at = excluded.created_at, expires_at = excluded.expires_at,
                paid_until = excluded.paid_until, owner = excluded.owner,
                renewal_mode = excluded.renewal_mode, restorable_days = excluded.restorable_days,
                restore_amount = excluded.restore_amount,
                restore_currency = excluded.restore_currency
            """)
        .param("order", order)
        .param("created", utc(seen.createdAt()))
        .param("expires", utc(seen.expiresAt()))
        .param("paidUntil", utc(seen.paidUntil()))
        .param("owner", seen.owner())
        .param("mode", seen.renewalMode() == null ? null : seen.renewalMode().name())
        .param("days", restorable == null ? null : (int) restorable.toDays())
        .param("amount", restorePrice == null ? null : restorePrice.amount())
        .param("currency", restorePrice == null ? null : restorePrice.currency().getCurrencyCode())
        .update();
  }

  /** Records that the registrar has accepted the deletion, or already had one under way. */
  public void requested(UUID order) {
    jdbc.sql(
            """
            insert into order_deletion (order_id, requested_at) values (:order, :now)
            on conflict (order_id) do update set requested_at = excluded.requested_at
            """)
        .param("order", order)
        .param("now", utc(clock.instant()))
        .update();
  }

  private static Deletion deletion(ResultSet row) throws SQLException {
    String mode = row.getString("renewal_mode");
    Integer days = row.getObject("restorable_days", Integer.class);
    BigDecimal amount = row.getBigDecimal("restore_amount");
    return new Deletion(
        new NameState(
            instantOrNull(row, "created_at"),
            instantOrNull(row, "expires_at"),
            instantOrNull(row, "paid_until"),
            row.getString("owner"),
            mode == null ? null : RenewalMode.valueOf(mode)),
        days == null ? null : Duration.ofDays(days),
        amount == null
            ? null
            : new Money(amount, Currency.getInstance(row.getString("restore_currency"))),
        instantOrNull(row, "requested_at"));
  }
}
