package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.SavedAdditionalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The names that were in an account and are no longer in the list of its names. A name that is
 * missing in a list is only marked; it counts as gone once a query for that name does not find it.
 */
@Repository
public class DepartedDomains {

  /** How recent a request or a code has to be to explain why a name has left. */
  private static final Duration SIGN = Duration.ofDays(60);

  private final JdbcClient jdbc;
  private final SavedAdditionalFields kept;
  private final StoredSections sections;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DepartedDomains(
      JdbcClient jdbc,
      SavedAdditionalFields kept,
      StoredSections sections,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.sections = sections;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A name that was missing in several lists.
   *
   * @param lastSeen when it was last in the account
   */
  public record Missing(DomainName domain, Instant lastSeen) {}

  /**
   * The names that were missing in an earlier complete list and are missing in this one, too.
   *
   * @param begun when this list was begun
   * @param most maximum number, longest missing first
   */
  public List<Missing> missingAgain(String account, Instant begun, int most) {
    return jdbc.sql(
            """
            select domain, domain_unicode, coalesce(listed_at, read_at) as last_seen
            from stored_domain
            where account = :account and missing_since < :begun and gone_at is null
            order by missing_since, domain limit :most
            """)
        .param("account", account)
        .param("begun", utc(begun))
        .param("most", most)
        .query((row, n) -> new Missing(name(row), instant(row, "last_seen")))
        .list();
  }

  /**
   * Marks the names that are missing in a complete list, except those that were read since, or are
   * known to have left.
   *
   * @param begun when the list was begun
   */
  public void markMissing(String account, Instant begun) {
    jdbc.sql(
            """
            update stored_domain set missing_since = :begun
            where account = :account and missing_since is null and gone_at is null
              and coalesce(listed_at, '-infinity') < :begun and read_at < :begun
              and status not in ('TRANSFERRED_AWAY', 'DELETED')
            """)
        .param("account", account)
        .param("begun", utc(begun))
        .update();
  }

  /** Removes the mark from names that are in the account although no list contains them. */
  public void unmark(String account, List<DomainName> domains) {
    jdbc.sql(
            """
            update stored_domain set missing_since = null
            where account = :account and domain = any(:domains)
            """)
        .param("account", account)
        .param("domains", domains.stream().map(DomainName::ascii).toArray(String[]::new))
        .update();
  }

  /**
   * Records that names have left the account, with their present status, and deletes the data
   * stored with them; has no effect on a name that was read there since, or is known to have left.
   * Publishes a {@link DomainLeftAccount} for each; call it in a transaction.
   */
  public void gone(String account, List<DepartedDomain> names) {
    for (DepartedDomain found : names) {
      DepartedDomain name =
          found.status() == DomainStatus.UNKNOWN ? byWhatWasBefore(account, found) : found;
      int left =
          jdbc.sql(
                  """
              update stored_domain
              set status = :status, gone_at = :now, gone_how = :how, restorable_until = :until,
                  read_at = :now
              where account = :account and domain = :domain and missing_since is not null
                and gone_at is null
              """)
              .param("account", account)
              .param("domain", name.domain().ascii())
              .param("status", name.status().name())
              .param("how", name.how())
              .param("until", name.restorableUntil() == null ? null : utc(name.restorableUntil()))
              .param("now", utc(clock.instant()))
              .update();
      if (left > 0) {
        forget(account, name.domain());
        events.publishEvent(
            new DomainLeftAccount(account, name.domain(), name.status(), name.how()));
      }
    }
  }

  // Not every registrar states that a name was transferred. An earlier request for it, or an issued
  // code, indicates the same.
  private DepartedDomain byWhatWasBefore(String account, DepartedDomain name) {
    String sign =
        jdbc.sql(
                """
                select case
                  when exists (select 1 from outgoing_transfer t where t.account = :account
                    and t.domain = :domain and t.state <> 'STAYED' and t.found_at > :since)
                  then 'somebody had requested it'
                  when exists (select 1 from provisioning_order o where o.account = :account
                    and o.domain = :domain and o.operation = 'AUTH_CODE' and o.status = 'COMPLETED'
                    and o.created_at > :since)
                  then 'its auth code had been issued' end
                """)
            .param("account", account)
            .param("domain", name.domain().ascii())
            .param("since", utc(clock.instant().minus(SIGN)))
            .query(String.class)
            .optional()
            .orElse(null);
    return sign == null
        ? name
        : new DepartedDomain(
            name.domain(),
            DomainStatus.TRANSFERRED_AWAY,
            "it was transferred, as far as can be told: the registrar no longer knows it, and "
                + sign,
            null);
  }

  private void forget(String account, DomainName domain) {
    kept.forget(account, List.of(domain));
    sections.forget(account, List.of(domain));
  }

  /**
   * Records that a name was found to have been transferred away, or moved to another account, and
   * deletes the data stored with it; has no effect on a name that is known to have left. A name
   * that was never read is recorded, too, because it may be billed. Publishes a {@link
   * DomainLeftAccount}; call it in a transaction.
   *
   * @param how for people, as part of a sentence
   */
  public void left(String account, DomainName domain, String how) {
    int left =
        jdbc.sql(
                """
                insert into stored_domain as known (account, domain, domain_unicode, status,
                  gone_at, gone_how, read_at)
                select a.name, :domain, :unicode, 'TRANSFERRED_AWAY', :now, :how, :now
                from reseller_account a where a.name = :account
                on conflict (account, domain) do update
                set status = excluded.status, gone_at = excluded.gone_at,
                    gone_how = excluded.gone_how, read_at = excluded.read_at
                where known.gone_at is null
                  and known.status not in ('TRANSFERRED_AWAY', 'DELETED')
                """)
            .param("account", account)
            .param("domain", domain.ascii())
            .param("unicode", domain.unicode())
            .param("how", how)
            .param("now", utc(clock.instant()))
            .update();
    if (left > 0) {
      forget(account, domain);
      events.publishEvent(
          new DomainLeftAccount(account, domain, DomainStatus.TRANSFERRED_AWAY, how));
    }
  }

  /**
   * The names that have left the account and that nobody has acknowledged yet, except those that
   * left with somebody's agreement: by an approved request, or by a release.
   */
  public List<DepartedDomain> unreported(String account) {
    return jdbc.sql(
            """
            select * from stored_domain d
            where account = :account and gone_at is not null and gone_reported_at is null
              and not (status = 'TRANSFERRED_AWAY' and (
                exists (select 1 from outgoing_transfer t where t.account = d.account
                  and t.domain = d.domain and t.state <> 'STAYED' and t.answer = 'APPROVE'
                  and t.found_at > d.gone_at - :sign::interval)
                or exists (select 1 from provisioning_order o where o.account = d.account
                  and o.domain = d.domain and o.operation = 'RELEASE' and o.status = 'COMPLETED'
                  and o.created_at > d.gone_at - :sign::interval)))
            order by domain
            """)
        .param("account", account)
        .param("sign", SIGN.toString())
        .query(
            (row, n) ->
                new DepartedDomain(
                    name(row),
                    DomainStatus.valueOf(row.getString("status")),
                    row.getString("gone_how"),
                    instantOrNull(row, "restorable_until")))
        .list();
  }

  /** Records that somebody has acknowledged the names that had left at that time. */
  public void reported(String account, Instant until) {
    jdbc.sql(
            """
            update stored_domain set gone_reported_at = :now
            where account = :account and gone_at <= :until and gone_reported_at is null
            """)
        .param("account", account)
        .param("until", utc(until))
        .param("now", utc(clock.instant()))
        .update();
  }

  private static DomainName name(ResultSet row) throws SQLException {
    return new DomainName(row.getString("domain"), row.getString("domain_unicode"));
  }
}
