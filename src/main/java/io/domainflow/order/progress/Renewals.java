package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The renewals of orders in the database. */
@Repository
public class Renewals {

  private final JdbcClient jdbc;
  private final Clock clock;

  Renewals(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The renewal of an order; empty before the name was read. */
  public Optional<Renewal> find(UUID order) {
    return jdbc.sql("select * from order_renewal where order_id = :order")
        .param("order", order)
        .query((row, n) -> renewal(row))
        .optional();
  }

  /**
   * The renewal of an order.
   *
   * @throws IllegalStateException if the registrar has not been asked about it
   */
  public Renewal get(UUID order) {
    return find(order)
        .orElseThrow(() -> new IllegalStateException("the renewal has not been checked yet"));
  }

  /** Records what is to be bought, replacing an earlier plan. */
  public void planned(UUID order, Renewal renewal) {
    jdbc.sql(
            """
            insert into order_renewal (order_id, expires_before, paid_until_before,
              renewable_until, years, price_class, explicit)
            values (:order, :expires, :paidUntil, :renewableUntil, :years, :priceClass, :explicit)
            on conflict (order_id) do update
            set expires_before = excluded.expires_before,
                paid_until_before = excluded.paid_until_before,
                renewable_until = excluded.renewable_until, years = excluded.years,
                price_class = excluded.price_class, explicit = excluded.explicit,
                refusal_code = case when excluded.explicit then null
                  else order_renewal.refusal_code end
            """)
        .param("order", order)
        .param("expires", utc(renewal.expiresBefore()))
        .param("paidUntil", utc(renewal.paidUntilBefore()))
        .param("renewableUntil", utc(renewal.renewableUntil()))
        .param("years", renewal.period().years())
        .param("priceClass", renewal.priceClass())
        .param("explicit", renewal.onCommand())
        .update();
  }

  /** Records that the registrar has confirmed it. */
  public void bought(UUID order) {
    jdbc.sql(
            """
            update order_renewal set bought_at = :now, waited_for_since = :now
            where order_id = :order
            """)
        .param("order", order)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Records the decision to keep waiting for the later date. */
  public void keptWaiting(UUID order) {
    jdbc.sql("update order_renewal set waited_for_since = :now where order_id = :order")
        .param("order", order)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Records the code with which the registrar refused. */
  public void refused(UUID order, int code) {
    jdbc.sql("update order_renewal set refusal_code = :code where order_id = :order")
        .param("order", order)
        .param("code", code)
        .update();
  }

  private static Renewal renewal(ResultSet row) throws SQLException {
    return new Renewal(
        instant(row, "expires_before"),
        instant(row, "paid_until_before"),
        instantOrNull(row, "renewable_until"),
        new Period(row.getInt("years")),
        row.getString("price_class"),
        row.getBoolean("explicit"),
        instantOrNull(row, "bought_at"),
        instantOrNull(row, "waited_for_since"),
        row.getObject("refusal_code", Integer.class));
  }
}
