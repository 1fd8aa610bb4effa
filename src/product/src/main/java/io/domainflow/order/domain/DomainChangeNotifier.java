package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.instantOrNull;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Informs the owners of names about changes since the last events, no matter who made them and how
 * they became known. For a new name, only its expiry is reported.
 */
@Repository
@EnableConfigurationProperties(DomainEventProperties.class)
public class DomainChangeNotifier {

  // Registries write the same end of a period with a difference of up to a day.
  private static final String CHANGED =
      """
      with present as (
        select d.account, d.domain, d.status,
          coalesce((s.present::json ->> 'transferLock')::boolean, d.transfer_locked) as locked,
          d.renewal_mode, e.at as expires_at,
          (select count(*) from unnest(:moments::timestamptz[]) m
            where e.at <= m and not coalesce(p.at > e.at + interval '1 day', false)
              and d.status not in ('TRANSFERRED_AWAY', 'DELETED'))::integer as notices
        from stored_domain d
        left join domain_section s on s.account = d.account and s.domain = d.domain
          and s.section = 'TRANSFER_LOCK' and s.present is not null
        left join stored_domain_date e on e.account = d.account and e.domain = d.domain
          and e.kind = 'EXPIRES'
        left join stored_domain_date p on p.account = d.account and p.domain = d.domain
          and p.kind = 'PAID_UNTIL'
        where d.account = :account),
      told as (
        select * from domain_told where account = :account),
      changed as (
        insert into domain_told as t
          (account, domain, status, locked, renewal_mode, expires_at, notices)
        select account, domain, status, locked, renewal_mode, expires_at, notices from present
        order by domain
        on conflict (account, domain) do update
        set status = excluded.status, locked = excluded.locked,
            renewal_mode = excluded.renewal_mode, expires_at = excluded.expires_at,
            notices = excluded.notices
        where (t.status, t.locked, t.renewal_mode, t.expires_at, t.notices)
          is distinct from (excluded.status, excluded.locked, excluded.renewal_mode,
            excluded.expires_at, excluded.notices)
        returning *)
      select c.*, told.domain is null as new, told.status as was_status, told.locked as was_locked,
        told.renewal_mode as was_mode, told.expires_at as was_expires, told.notices as was_notices
      from changed c left join told on told.domain = c.domain
      order by c.domain
      """;

  private final JdbcClient jdbc;
  private final DomainEvents events;
  private final DomainEventProperties properties;
  private final Clock clock;

  DomainChangeNotifier(
      JdbcClient jdbc, DomainEvents events, DomainEventProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  private record LastNotified(
      String status,
      @Nullable Boolean locked,
      @Nullable String mode,
      @Nullable Instant expiresAt,
      int notices) {}

  private record Change(DomainName domain, @Nullable LastNotified before, LastNotified now) {}

  /** Sends all due events for the names of an account, without calling the registrar. */
  @Transactional
  public void tell(String account) {
    Instant now = clock.instant();
    String[] moments =
        Stream.concat(properties.expiringDays().stream(), Stream.of(0))
            .map(days -> now.plus(Duration.ofDays(days)).toString())
            .toArray(String[]::new);
    jdbc.sql(CHANGED)
        .param("account", account)
        .param("moments", moments)
        .query((row, n) -> change(row))
        .list()
        .forEach(change -> tell(account, change, now));
  }

  /**
   * Immediately reports that a name was transferred away or is lost. A deletion is reported with
   * the other events.
   */
  @EventListener
  void gone(DomainLeftAccount gone) {
    if (gone.status() != DomainStatus.DELETED) {
      events.tell(
          gone.account(),
          gone.domain(),
          gone.status() == DomainStatus.TRANSFERRED_AWAY
              ? DomainEvent.TRANSFERRED_AWAY
              : DomainEvent.LOST,
          Map.of("how", gone.how()));
      jdbc.sql(
              """
              update domain_told set status = :status
              where account = :account and domain = :domain
              """)
          .param("account", gone.account())
          .param("domain", gone.domain().ascii())
          .param("status", gone.status().name())
          .update();
    }
  }

  private void tell(String account, Change change, Instant now) {
    LastNotified is = change.now();
    LastNotified was = change.before();
    if (was != null) {
      tellStatus(account, change.domain(), was, is);
      tellLock(account, change.domain(), was, is);
      if (was.mode() != null && is.mode() != null && !was.mode().equals(is.mode())) {
        events.tell(
            account,
            change.domain(),
            DomainEvent.RENEWAL_MODE_CHANGED,
            Map.of("renewalMode", is.mode()));
      }
    }
    tellEnd(account, change.domain(), was, is, now);
  }

  private void tellStatus(String account, DomainName domain, LastNotified was, LastNotified is) {
    if (was.status().equals(is.status())) {
      return;
    }
    switch (DomainStatus.valueOf(is.status())) {
      case DELETED -> events.tell(account, domain, DomainEvent.DELETED, Map.of());
      case TRANSFERRED_AWAY -> events.tell(account, domain, DomainEvent.TRANSFERRED_AWAY, Map.of());
      case ACTIVE, PENDING, EXPIRED, UNKNOWN -> {
        // the end of its period is reported by its date
      }
    }
  }

  private void tellLock(String account, DomainName domain, LastNotified was, LastNotified is) {
    if (was.locked() != null && is.locked() != null && !was.locked().equals(is.locked())) {
      events.tell(
          account, domain, is.locked() ? DomainEvent.LOCKED : DomainEvent.UNLOCKED, Map.of());
    }
  }

  private void tellEnd(
      String account, DomainName domain, @Nullable LastNotified was, LastNotified is, Instant now) {
    int given = was != null && Objects.equals(was.expiresAt(), is.expiresAt()) ? was.notices() : 0;
    if (is.expiresAt() == null || is.notices() <= given) {
      return;
    }
    boolean expired = is.notices() > properties.expiringDays().size();
    if (expired && was == null) {
      return;
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("expires", is.expiresAt());
    data.put("renewalMode", is.mode());
    if (!expired) {
      data.put("days", Duration.between(now, is.expiresAt()).plusDays(1).minusNanos(1).toDays());
    }
    events.tell(account, domain, expired ? DomainEvent.EXPIRED : DomainEvent.EXPIRING, data);
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        DomainName.ofManaged(row.getString("domain")),
        row.getBoolean("new")
            ? null
            : new LastNotified(
                row.getString("was_status"),
                row.getObject("was_locked", Boolean.class),
                row.getString("was_mode"),
                instantOrNull(row, "was_expires"),
                row.getInt("was_notices")),
        new LastNotified(
            row.getString("status"),
            row.getObject("locked", Boolean.class),
            row.getString("renewal_mode"),
            instantOrNull(row, "expires_at"),
            row.getInt("notices")));
  }
}
