package io.domainflow.order;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.StartsOver;
import io.domainflow.order.DomainReading.DateKind;
import io.domainflow.order.StoredDomain.ChangeLock;
import io.domainflow.order.StoredDomain.Source;
import io.domainflow.order.StoredDomain.StoredDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was last read of the names of all accounts. */
@Repository
public class StoredDomains implements StartsOver {

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredDomains(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes what the registrar states of an order's name now, in place of what it stated before. */
  public void read(ProvisioningOrder order, DomainReading reading) {
    List<DateKind> kinds = List.copyOf(reading.dates().keySet());
    String[] dates =
        kinds.stream().map(kind -> reading.dates().get(kind).toString()).toArray(String[]::new);
    jdbc.sql(
            """
            with reading as (
              insert into stored_domain (account, domain, domain_unicode, status, transfer_locked,
                locked_until, change_locked_until, order_id, read_at)
              values (:account, :domain, :unicode, :status, :locked, :lockedUntil,
                :changeLockedUntil, :order, :now)
              on conflict (account, domain) do update
              set status = excluded.status, transfer_locked = excluded.transfer_locked,
                  locked_until = excluded.locked_until,
                  change_locked_until = excluded.change_locked_until,
                  order_id = excluded.order_id, read_at = excluded.read_at
              returning account, domain)
            insert into stored_domain_date (account, domain, kind, at, source, read_at)
            select account, domain, kind, at, 'REGISTRAR', :now
            from reading, unnest(:kinds::text[], :dates::timestamptz[]) stated (kind, at)
            on conflict (account, domain, kind) do update
            set at = excluded.at, source = excluded.source, read_at = excluded.read_at
            """)
        .param("account", order.request().account())
        .param("domain", order.request().domain().ascii())
        .param("unicode", order.request().domain().unicode())
        .param("status", reading.status().name())
        .param("locked", reading.transferLocked())
        .param("lockedUntil", utc(reading.lockedUntil()))
        .param("changeLockedUntil", utc(reading.changeLockedUntil()))
        .param("order", order.id())
        .param("now", utc(clock.instant()))
        .param("kinds", kinds.stream().map(DateKind::name).toArray(String[]::new))
        .param("dates", dates)
        .update();
  }

  /** The names of a demonstration are gone when it starts over. */
  @Override
  public void startOver() {
    jdbc.sql("delete from stored_domain").update();
  }

  /** A name in an account; empty if it was never read there. */
  public Optional<StoredDomain> find(String account, DomainName domain) {
    Map<DateKind, StoredDate> dates = new EnumMap<>(DateKind.class);
    List<StoredDomain> stored = new ArrayList<>();
    jdbc.sql(
            """
            select d.*, o.login, a.kind, a.at, a.source, a.read_at as date_read_at,
              l.ends_at as watched_until, l.source as watched_source
            from stored_domain d
            join provisioning_order o on o.id = d.order_id
            left join lateral (
              select w.ends_at, w.source from order_transfer_lock w
              join provisioning_order c on c.id = w.order_id
              where c.account = d.account and c.domain = d.domain and w.gone_at is null
              order by w.ends_at desc limit 1) l on true
            left join stored_domain_date a on a.account = d.account and a.domain = d.domain
            where d.account = :account and d.domain = :domain
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query(
            row -> {
              if (stored.isEmpty()) {
                stored.add(domain(row, dates, clock.instant()));
              }
              if (row.getString("kind") != null) {
                dates.put(DateKind.valueOf(row.getString("kind")), date(row));
              }
            });
    return stored.stream().findFirst();
  }

  private static StoredDomain domain(ResultSet row, Map<DateKind, StoredDate> dates, Instant now)
      throws SQLException {
    return new StoredDomain(
        row.getString("account"),
        new DomainName(row.getString("domain"), row.getString("domain_unicode")),
        DomainStatus.valueOf(row.getString("status")),
        dates,
        row.getObject("transfer_locked", Boolean.class),
        instant(row, "locked_until"),
        changeLock(row, now),
        row.getString("login"),
        instant(row, "read_at"));
  }

  // What the registrar states goes before what is known of a change that we have made. A reading
  // that states nothing takes nothing away: not every account gets to see the date.
  private static ChangeLock changeLock(ResultSet row, Instant now) throws SQLException {
    Instant stated = instant(row, "change_locked_until");
    if (stated != null && stated.isAfter(now)) {
      return new ChangeLock(stated, Source.REGISTRAR);
    }
    Instant watched = instant(row, "watched_until");
    return watched == null || !watched.isAfter(now)
        ? null
        : new ChangeLock(watched, Source.valueOf(row.getString("watched_source")));
  }

  private static StoredDate date(ResultSet row) throws SQLException {
    return new StoredDate(
        instant(row, "at"), Source.valueOf(row.getString("source")), instant(row, "date_read_at"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
