package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.instantOrNull;

import io.domainflow.model.DomainName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds when a name was last changed in a way that often precedes a theft: by an order, or
 * elsewhere as shown by any reading, even if changed back since.
 */
@Repository
public class RecentChanges {

  /** How recent a change has to be: by then, somebody would have noticed an older one. */
  private static final Duration LATELY = Duration.ofDays(3);

  private final JdbcClient jdbc;

  RecentChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The times of the last changes.
   *
   * @param registrantAt change of the registrant or its mail address; null if none is known
   * @param nameserversAt as above
   * @param lockOpenedAt as above; not for an auth code
   * @param lockOpenedForCodeAt when an order for the auth code opened the lock, possibly for the
   *     holder; null if none did
   */
  public record Changes(
      @Nullable Instant registrantAt,
      @Nullable Instant nameserversAt,
      @Nullable Instant lockOpenedAt,
      @Nullable Instant lockOpenedForCodeAt) {}

  /**
   * Whether a change was recent.
   *
   * @param at when it was made; null if never
   * @param before the reference time
   */
  public static boolean isLately(@Nullable Instant at, Instant before) {
    return at != null && at.isAfter(lately(before));
  }

  /** The start of the recent time before a moment. */
  public static Instant lately(Instant before) {
    return before.minus(LATELY);
  }

  /** The known changes of a name in an account. */
  public Changes of(String account, DomainName domain) {
    return jdbc.sql(
            """
            with ended as (
              select id, operation, status, transfer_lock, coalesce(ended_at, updated_at) as at
              from provisioning_order
              where account = :account and domain = :domain
                and operation in ('CHANGE_REGISTRANT', 'UPDATE', 'REVERT', 'AUTH_CODE')
                and status not in ('IN_PROGRESS', 'WAITING')),
            done as (
              select e.at, e.transfer_lock, s.section from ended e
              join order_update_section s on s.order_id = e.id and s.state = 'DONE'),
            drift as (
              select found_at, sections from domain_drift
              where account = :account and domain = :domain),
            seen as (
              select section, changed_at, mail_changed_at from domain_section
              where account = :account and domain = :domain)
            select
              greatest(
                (select max(at) from ended
                  where operation = 'CHANGE_REGISTRANT' and status = 'COMPLETED'),
                (select found_at from drift where 'REGISTRANT_DETAILS' = any(sections)),
                (select greatest(changed_at, mail_changed_at) from seen
                  where section = 'REGISTRANT_DETAILS'))
                as registrant_at,
              greatest(
                (select max(at) from done where section = 'NAMESERVERS'),
                (select found_at from drift where 'NAMESERVERS' = any(sections)),
                (select changed_at from seen where section = 'NAMESERVERS'))
                as nameservers_at,
              greatest(
                (select max(at) from done where section = 'TRANSFER_LOCK' and not transfer_lock),
                (select found_at from drift where 'TRANSFER_LOCK' = any(sections)),
                (select changed_at from seen where section = 'TRANSFER_LOCK'))
                as lock_opened_at,
              (select max(e.at) from ended e join order_code_course c on c.order_id = e.id
                where c.unlocked)
                as lock_opened_for_code_at
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query(
            (row, n) ->
                new Changes(
                    instantOrNull(row, "registrant_at"),
                    instantOrNull(row, "nameservers_at"),
                    instantOrNull(row, "lock_opened_at"),
                    instantOrNull(row, "lock_opened_for_code_at")))
        .single();
  }
}
