package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.client.Scope;
import io.domainflow.owner.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists the names of all accounts that expire before a time and are not paid for, in pages, by
 * expiry, account and name. A page continues after the last name of the previous page, whatever has
 * changed in the meantime.
 */
@Repository
public class ExpiringPage {

  private final JdbcClient jdbc;
  private final StoredDomains domains;

  ExpiringPage(JdbcClient jdbc, StoredDomains domains) {
    this.jdbc = jdbc;
    this.domains = domains;
  }

  /**
   * Where a page ends.
   *
   * @param domain in its ASCII form
   */
  public record Position(Instant expires, String account, String domain) {

    /** The position of a name returned by {@link #read}. */
    public static Position of(StoredDomain name) {
      StoredDomain.StoredDate expires = name.dates().get(DomainReading.DateKind.EXPIRES);
      if (expires == null) {
        throw new IllegalArgumentException("the end of " + name.domain() + " is not known");
      }
      return new Position(expires.at(), name.account(), name.domain().ascii());
    }
  }

  /**
   * Reads a page. Names that have left their account are not included.
   *
   * @param domain as in {@link DomainPage#read}
   * @param account null for all accounts
   * @param scope the accounts that the caller may see
   * @param caller only visible names are returned
   * @param after null for the first page
   * @param most maximum number of names
   */
  public List<StoredDomain> read(
      Instant before,
      @Nullable String domain,
      @Nullable String account,
      Scope scope,
      Caller caller,
      @Nullable Position after,
      int most) {
    return domains.find(
        jdbc.sql(
                """
                select e.account, e.domain from stored_domain_date e
                join stored_domain d on d.account = e.account and d.domain = e.domain
                left join stored_domain_date p on p.account = e.account and p.domain = e.domain
                  and p.kind = 'PAID_UNTIL'
                where e.kind = 'EXPIRES' and e.at < :before
                  and d.gone_at is null and d.status not in ('TRANSFERRED_AWAY', 'DELETED')
                  and coalesce(p.at <= e.at + interval '1 day', true)
                  and (:domain::text is null or e.domain like :domain)
                  and (:account::text is null or e.account = :account)
                  and (:accounts::text[] is null or e.account = any (:accounts::text[]))
                  and (:owners::text[] is null or exists (
                    select 1 from domain_owner o
                    where o.account = e.account and o.domain = e.domain
                      and o.owner = any (:owners::text[])))
                  and (:afterExpires::timestamptz is null
                    or (e.at, e.account, e.domain) > (:afterExpires, :afterAccount, :afterDomain))
                order by e.at, e.account, e.domain limit :most
                """)
            .param("before", utc(before))
            .param("domain", domain == null ? null : domain.replace('*', '%'))
            .param("account", account)
            .param("accounts", scope.seenAccounts())
            .param("owners", caller.seenOwners())
            .param("afterExpires", after == null ? null : utc(after.expires()))
            .param("afterAccount", after == null ? null : after.account())
            .param("afterDomain", after == null ? null : after.domain())
            .param("most", most)
            .query(
                (row, n) ->
                    new StoredDomains.Key(row.getString("account"), row.getString("domain")))
            .list());
  }
}
