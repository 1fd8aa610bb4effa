package io.domainflow.order.leaving;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.client.Scope;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import io.domainflow.owner.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists outgoing transfer requests in pages, latest first. Owners see those for their own names;
 * staff see all.
 */
@Repository
public class OutgoingTransferPage {

  private final JdbcClient jdbc;

  OutgoingTransferPage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a page ends. */
  public record Position(Instant foundAt, UUID id) {

    /** The position after this request. */
    public static Position of(OutgoingTransfer transfer) {
      return new Position(transfer.foundAt(), transfer.id());
    }
  }

  /**
   * Reads a page.
   *
   * @param state null for all
   * @param domain ASCII form; a {@code *} at its start or end matches any text; null for all
   * @param account null for all accounts
   * @param scope the accounts that the caller may see
   * @param after null for the first page
   * @param most maximum number of requests
   */
  public List<OutgoingTransfer> read(
      @Nullable State state,
      @Nullable String domain,
      @Nullable String account,
      Scope scope,
      Caller caller,
      @Nullable Position after,
      int most) {
    return jdbc.sql(
            """
            select t.* from outgoing_transfer t
            where (:owners::text[] is null or exists (select 1 from domain_owner o
                where o.account = t.account and o.domain = t.domain
                  and o.owner = any (:owners::text[])))
              and (:state::text is null or t.state = :state)
              and (:domain::text is null or t.domain like :domain)
              and (:account::text is null or t.account = :account)
              and (:accounts::text[] is null or t.account = any (:accounts::text[]))
              and (:afterFound::timestamptz is null
                or (t.found_at, t.id) < (:afterFound, :afterId::uuid))
            order by t.found_at desc, t.id desc limit :most
            """)
        .param("owners", caller.seenOwners())
        .param("state", state == null ? null : state.name())
        .param("domain", domain == null ? null : domain.replace('*', '%'))
        .param("account", account)
        .param("accounts", scope.seenAccounts())
        .param("afterFound", after == null ? null : utc(after.foundAt()))
        .param("afterId", after == null ? null : after.id())
        .param("most", most)
        .query((row, n) -> OutgoingTransfers.transfer(row))
        .list();
  }
}
