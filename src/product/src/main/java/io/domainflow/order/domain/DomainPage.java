package io.domainflow.order.domain;

import io.domainflow.client.Scope;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists the names of all accounts in pages, by account and name: those in the accounts, and those
 * with an owner that were never read. A page continues after the last name of the previous page,
 * whatever has changed in the meantime.
 */
@Repository
public class DomainPage {

  private final JdbcClient jdbc;

  DomainPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A name in an account.
   *
   * @param owner null if it has no owner
   */
  public record Name(StoredDomains.Key key, @Nullable Owner owner) {}

  /**
   * Reads a page. Names that have left their account are not included.
   *
   * @param domain ASCII form; a {@code *} at its start or end matches any text; null for all
   * @param account null for all accounts
   * @param scope the accounts that the caller may see
   * @param caller only visible names are returned
   * @param after null for the first page
   * @param most maximum number of names
   */
  public List<Name> read(
      @Nullable String domain,
      @Nullable String account,
      Scope scope,
      Caller caller,
      StoredDomains.@Nullable Key after,
      int most) {
    return jdbc.sql(
            """
            select n.account, n.domain, o.owner from (
              select o.account, o.domain from domain_owner o
              where :owners::text[] is null or o.owner = any (:owners::text[])
              union
              select d.account, d.domain from stored_domain d where :owners::text[] is null) n
            left join stored_domain d on d.account = n.account and d.domain = n.domain
            left join domain_owner o on o.account = n.account and o.domain = n.domain
            where d.gone_at is null
              and coalesce(d.status, 'UNKNOWN') not in ('TRANSFERRED_AWAY', 'DELETED')
              and (:account::text is null or n.account = :account)
              and (:accounts::text[] is null or n.account = any (:accounts::text[]))
              and (:domain::text is null or n.domain like :domain)
              and (:afterAccount::text is null
                or (n.account, n.domain) > (:afterAccount, :afterDomain))
            order by n.account, n.domain limit :most
            """)
        .param("owners", caller.seenOwners())
        .param("account", account)
        .param("accounts", scope.seenAccounts())
        .param("domain", domain == null ? null : domain.replace('*', '%'))
        .param("afterAccount", after == null ? null : after.account())
        .param("afterDomain", after == null ? null : after.domain())
        .param("most", most)
        .query(
            (row, n) ->
                new Name(
                    new StoredDomains.Key(row.getString("account"), row.getString("domain")),
                    Owner.ofStored(row.getString("owner"))))
        .list();
  }
}
