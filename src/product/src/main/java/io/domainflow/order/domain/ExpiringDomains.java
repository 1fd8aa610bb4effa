package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The names of an account whose period ends: those that nobody renews, and those whose renewal was
 * paid for. Determined from stored dates and orders, without a call to the registrar.
 */
@Repository
public class ExpiringDomains {

  // The names in the account, with the relevant dates. Registries write the same end of a period
  // with a difference of up to a day.
  private static final String ENDING =
      """
      with ending as (
        select d.*, e.at as expires_at, p.at as paid_until, f.at as finalized_at,
          coalesce(p.at > e.at + interval '1 day', false) as paid_ahead
        from stored_domain d
        join stored_domain_date e on e.account = d.account and e.domain = d.domain
          and e.kind = 'EXPIRES'
        left join stored_domain_date p on p.account = d.account and p.domain = d.domain
          and p.kind = 'PAID_UNTIL'
        left join stored_domain_date f on f.account = d.account and f.domain = d.domain
          and f.kind = 'FINALIZATION'
        where d.account = :account and d.missing_since is null
          and d.status not in ('TRANSFERRED_AWAY', 'DELETED'))
      """;

  // Automatic renewals are charged some days before the expiry, ordered ones some weeks: an order
  // within this time may have paid for the next period.
  private static final String PAID_BY_ORDER =
      """
      exists (select 1 from provisioning_order o
        where o.account = :account and o.domain = n.domain and o.operation in ('RENEW', 'RESTORE')
          and o.charged <> 'NO' and o.created_at > n.expires_at - interval '200 days')
      """;

  private static final String NOT_RENEWED =
      """
      from ending n
      where n.expires_at <= :until and not n.paid_ahead
        and n.renewal_mode is distinct from 'AUTORENEW'
        and n.expiring_noted_for is distinct from n.expires_at
        and not exists (select 1 from provisioning_order o
          where o.account = :account and o.domain = n.domain
            and (o.status in ('IN_PROGRESS', 'WAITING')
                and o.operation in ('RENEW', 'RESTORE', 'DELETE', 'CANCEL')
              or o.status = 'COMPLETED' and o.operation = 'RENEW'
                and o.expires_at > n.expires_at))
        and coalesce((select o.operation from provisioning_order o
          where o.account = :account and o.domain = n.domain and o.status = 'COMPLETED'
            and (o.operation in
                ('REGISTER', 'TRANSFER', 'RENEW', 'RESTORE', 'SUSPEND', 'UNSUSPEND', 'CANCEL')
              or o.operation in ('UPDATE', 'REVERT') and o.renewal_mode is not null)
          order by o.created_at desc limit 1), '') <> 'CANCEL'
      """;

  private final JdbcClient jdbc;

  ExpiringDomains(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The names that expire by then unless somebody renews them: not paid in advance, in a mode that
   * does not renew, without an order that renews them, and neither cancelled nor acknowledged for
   * this expiry. Soonest first.
   */
  public List<ExpiringDomain> notRenewed(String account, Instant until) {
    return read(ENDING + "select * " + NOT_RENEWED + " order by n.expires_at, n.domain", account)
        .param("until", utc(until))
        .query((row, n) -> ending(row))
        .list();
  }

  /** Records that somebody has acknowledged the names in {@link #notRenewed}. */
  public void noted(String account, Instant until) {
    read(
            ENDING
                + "update stored_domain d set expiring_noted_for = x.expires_at from (select n.* "
                + NOT_RENEWED
                + ") x where d.account = x.account and d.domain = x.domain",
            account)
        .param("until", utc(until))
        .update();
  }

  /**
   * The names whose paid renewal should have been executed before then, but whose period has not
   * changed.
   */
  public List<ExpiringDomain> paidNotRenewed(String account, Instant before) {
    return read(
            ENDING
                + "select * from ending n where n.paid_ahead and n.finalized_at < :before"
                + " order by n.expires_at, n.domain",
            account)
        .param("before", utc(before))
        .query((row, n) -> ending(row))
        .list();
  }

  /**
   * The names that are paid in advance, but not by an order: the registrar has charged them
   * automatically, or somebody has paid there.
   */
  public List<DomainName> paidWithoutOrder(String account) {
    return read(
            ENDING + "select * from ending n where n.paid_ahead and not " + PAID_BY_ORDER, account)
        .query((row, n) -> name(row))
        .list();
  }

  /** Whether an order may have paid for the period after this expiry. */
  public boolean mayBePaidByOrder(String account, DomainName domain, Instant expiresAt) {
    return jdbc.sql(
            "select "
                + PAID_BY_ORDER
                + " from (select :domain::text as domain, :expires::timestamptz as expires_at) n")
        .param("account", account)
        .param("domain", domain.ascii())
        .param("expires", utc(expiresAt))
        .query(Boolean.class)
        .single();
  }

  /** Records that the registrar does not reverse an automatic charge for a name. */
  public void keptPaid(String account, DomainName domain) {
    jdbc.sql(
            """
            update stored_domain d set kept_paid_for = e.at from stored_domain_date e
            where d.account = :account and d.domain = :domain and e.account = d.account
              and e.domain = d.domain and e.kind = 'EXPIRES'
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
  }

  /**
   * The names for which the registrar does not reverse an automatic charge, until the renewal is
   * executed.
   */
  public List<ExpiringDomain> keptPaid(String account) {
    return read(
            ENDING
                + "select * from ending n where n.paid_ahead and n.kept_paid_for = n.expires_at"
                + " order by n.domain",
            account)
        .query((row, n) -> ending(row))
        .list();
  }

  private JdbcClient.StatementSpec read(String sql, String account) {
    return jdbc.sql(sql).param("account", account);
  }

  private static ExpiringDomain ending(ResultSet row) throws SQLException {
    String mode = row.getString("renewal_mode");
    return new ExpiringDomain(
        name(row),
        mode == null ? null : RenewalMode.valueOf(mode),
        instant(row, "expires_at"),
        instantOrNull(row, "paid_until"));
  }

  private static DomainName name(ResultSet row) throws SQLException {
    return new DomainName(row.getString("domain"), row.getString("domain_unicode"));
  }
}
