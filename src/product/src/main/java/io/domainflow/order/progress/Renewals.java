package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The renewals of orders in the database. */
@Repository
public class Renewals {

  private static final String OF_ONE_NAME = "and o.domain = :domain";

  // With the condition above, or without. Registries end periods at their own time of day. A
  // renewal that was carried out has moved the end of the period; a name that was registered again
  // has a new period. Only a mode that ends the name has a deletion date: one that renews carries
  // out what was ordered. Lists may lag.
  private static final String NOT_CHARGED =
      """
      with ordered as (
        select o.id, o.account, o.domain, r.expires_before, r.bought_at
        from command_journal j
        join provisioning_order o on o.id = j.order_id
        join order_renewal r on r.order_id = o.id
        where j.account = :account and j.charged_at is not null and j.state = 'EXECUTED'
          and o.status = 'COMPLETED' and o.outcome_code = 'RENEWED'
          %s
          and o.expires_at > r.expires_before + interval '2 days'
          and not exists (select 1 from booking b where b.entry = j.id and b.amount > 0)),
      found as (
        select ordered.id, ordered.expires_before,
          case
            when (d.status in ('DELETED', 'TRANSFERRED_AWAY') or d.gone_at is not null)
              and coalesce(e.at <= ordered.expires_before + interval '2 days', true) then
              case when d.read_at < ordered.bought_at then null
                when d.status = 'DELETED' then :deleted else :left end
            when f.at is not null and d.status <> 'PENDING'
              and e.read_at > ordered.bought_at + interval '1 day'
              and greatest(e.at, p.at) <= ordered.expires_before + interval '2 days' then :mode
          end as why
        from ordered
        join stored_domain d on d.account = ordered.account and d.domain = ordered.domain
        left join stored_domain_date e on e.account = d.account and e.domain = d.domain
          and e.kind = 'EXPIRES'
        left join stored_domain_date p on p.account = d.account and p.domain = d.domain
          and p.kind = 'PAID_UNTIL'
        left join stored_domain_date f on f.account = d.account and f.domain = d.domain
          and f.kind = 'FAILURE')
      update provisioning_order o
      set outcome_remark =
            'The renewal was ordered and is not carried out, and nothing was charged for it: '
              || found.why,
          expires_at = found.expires_before, updated_at = :now
      from found where o.id = found.id and found.why is not null
        -- another transaction may have corrected it meanwhile
        and o.expires_at > found.expires_before + interval '2 days'
      returning o.id
      """;

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

  /**
   * Corrects the outcome of ended orders in an account whose renewal was only ordered, where the
   * last reading shows that it will not be carried out: the end of the period is the previous one,
   * and the remark says why. A charged renewal is not changed.
   *
   * @param domain only for this name; null for all of the account
   * @return these orders
   */
  public List<UUID> correctNotCharged(String account, @Nullable DomainName domain) {
    // two texts: a plan that is made for both would read all renewals of the account for one name
    return jdbc.sql(NOT_CHARGED.formatted(domain == null ? "" : OF_ONE_NAME))
        .param("account", account)
        .param("domain", domain == null ? null : domain.ascii())
        .param("now", utc(clock.instant()))
        .param("deleted", "the name is deleted.")
        .param("left", "the name is no longer in the account.")
        .param(
            "mode",
            "the renewal mode of the name was changed after that. Order a RENEW again if the name"
                + " is to be kept.")
        .query(UUID.class)
        .list();
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
