package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The restores of deleted names in the database. */
@Repository
public class Restorations {

  private final JdbcClient jdbc;
  private final Clock clock;

  Restorations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The restore of an order; empty before the name was read. */
  public Optional<Restoration> find(UUID order) {
    return jdbc.sql("select * from order_restoration where order_id = :order")
        .param("order", order)
        .query((row, n) -> restoration(row))
        .optional();
  }

  /**
   * The restore of an order.
   *
   * @throws IllegalStateException if the name has not been read
   */
  public Restoration get(UUID order) {
    return find(order)
        .orElseThrow(() -> new IllegalStateException("the restore has not been checked yet"));
  }

  /** Records the plan and its price, replacing an earlier one. */
  public void planned(UUID order, Restoration restoration) {
    Money price = restoration.restorePrice();
    jdbc.sql(
            """
            insert into order_restoration (order_id, restorable_until, price_class, renewed_years,
              restore_amount, restore_currency)
            values (:order, :until, :priceClass, :years, :amount, :currency)
            on conflict (order_id) do update
            set restorable_until = excluded.restorable_until, price_class = excluded.price_class,
                renewed_years = excluded.renewed_years,
                restore_amount = excluded.restore_amount,
                restore_currency = excluded.restore_currency
            """)
        .param("order", order)
        .param("until", utc(restoration.restorableUntil()))
        .param("priceClass", restoration.priceClass())
        .param("years", restoration.renewedYears())
        .param("amount", price == null ? null : price.amount())
        .param("currency", price == null ? null : price.currency().getCurrencyCode())
        .update();
  }

  /** Records that the registrar has accepted it. */
  public void requested(UUID order) {
    at(order, "requested_at");
  }

  /** Records that the name is restored. */
  public void restored(UUID order) {
    at(order, "restored_at");
  }

  private void at(UUID order, String column) {
    jdbc.sql("update order_restoration set " + column + " = :now where order_id = :order")
        .param("order", order)
        .param("now", utc(clock.instant()))
        .update();
  }

  private static Restoration restoration(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("restore_amount");
    return new Restoration(
        instantOrNull(row, "restorable_until"),
        row.getString("price_class"),
        row.getInt("renewed_years"),
        amount == null
            ? null
            : new Money(amount, Currency.getInstance(row.getString("restore_currency"))),
        instantOrNull(row, "requested_at"),
        instantOrNull(row, "restored_at"));
  }
}
