package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Resettable;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.SavedAdditionalFields;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.StoredDomain.ChangeLock;
import io.domainflow.order.domain.StoredDomain.Departure;
import io.domainflow.order.domain.StoredDomain.Source;
import io.domainflow.order.domain.StoredDomain.StoredDate;
import io.domainflow.order.domain.StoredDomain.StoredMode;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The last known state of the names of all accounts. */
@Repository
public class StoredDomains implements StoredDomain.Finder, Resettable {

  private static final Set<DomainStatus> GONE =
      EnumSet.of(DomainStatus.TRANSFERRED_AWAY, DomainStatus.DELETED);

  private final JdbcClient jdbc;
  private final SavedAdditionalFields kept;
  private final StoredSections sections;
  private final DomainOwners owners;
  private final Clock clock;

  StoredDomains(
      JdbcClient jdbc,
      SavedAdditionalFields kept,
      StoredSections sections,
      DomainOwners owners,
      Clock clock) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.sections = sections;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Stores the current state of an order's name, replacing the previous one. The data stored with a
   * name that is gone is deleted.
   */
  public void read(ProvisioningOrder order, DomainReading reading) {
    read(
        order.content().account(),
        order.content().domain(),
        reading,
        clock.instant(),
        order.id(),
        StoredSection.Source.ORDER);
  }

  /**
   * The same for a name that was not read for an order, unless something newer is known: an order
   * may have changed it meanwhile, or it may have left.
   *
   * @param askedAt a time before the registrar was asked
   */
  @Transactional
  public void read(
      String account,
      DomainName domain,
      DomainReading reading,
      Instant askedAt,
      StoredSection.Source source) {
    read(account, domain, reading, askedAt, null, source);
  }

  private void read(
      String account,
      DomainName domain,
      DomainReading reading,
      Instant askedAt,
      @Nullable UUID order,
      StoredSection.Source source) {
    List<DateKind> kinds = List.copyOf(reading.dates().keySet());
    String[] dates =
        reading.dates().values().stream().map(Instant::toString).toArray(String[]::new);
    RenewalMode mode = reading.settings().renewalMode();
    if (!GONE.contains(reading.status())) {
      owners.here(account, askedAt, List.of(domain.ascii()));
    }
    boolean stored =
        jdbc.sql(
                """
            with reading as (
              insert into stored_domain (account, domain, domain_unicode, status, renewal_mode,
                renewal_mode_source, renewal_mode_read_at, transfer_locked, locked_until,
                change_locked_until, order_id, read_at)
              values (:account, :domain, :unicode, :status, :mode, 'REGISTRAR', :at, :locked,
                :lockedUntil, :changeLockedUntil, :order, :at)
              on conflict (account, domain) do update
              set status = excluded.status,
                  renewal_mode = case
                    when stored_domain.renewal_mode_read_at > excluded.read_at
                    then stored_domain.renewal_mode else excluded.renewal_mode end,
                  renewal_mode_source = case
                    when stored_domain.renewal_mode_read_at > excluded.read_at
                    then stored_domain.renewal_mode_source else excluded.renewal_mode_source end,
                  renewal_mode_read_at =
                    greatest(stored_domain.renewal_mode_read_at, excluded.renewal_mode_read_at),
                  transfer_locked = excluded.transfer_locked,
                  locked_until = excluded.locked_until,
                  change_locked_until = excluded.change_locked_until,
                  missing_since = null, gone_at = null, gone_how = null, gone_reported_at = null,
                  restorable_until = null,
                  order_id = coalesce(excluded.order_id, stored_domain.order_id),
                  read_at = excluded.read_at
              where stored_domain.read_at <= excluded.read_at
              returning account, domain),
            no_longer as (
              delete from stored_domain_date as known using reading
              where known.account = reading.account and known.domain = reading.domain
                and known.kind = any(:plans) and known.kind <> all(:kinds)
                and :plans && :kinds and known.read_at <= :at),
            dated as (
              insert into stored_domain_date as known (account, domain, kind, at, source, read_at)
              select account, domain, kind, at, 'REGISTRAR', :at
              from reading, unnest(:kinds::text[], :dates::timestamptz[]) stated (kind, at)
              on conflict (account, domain, kind) do update
              set at = excluded.at, source = excluded.source, read_at = excluded.read_at
              where known.read_at <= excluded.read_at),
            told as (
              update domain_told as known set locked = :locked from reading
              where known.account = reading.account and known.domain = reading.domain
                and known.locked is null and :locked::boolean is not null)
            select exists (select 1 from reading)
            """)
            .param("account", account)
            .param("domain", domain.ascii())
            .param("unicode", domain.unicode())
            .param("status", reading.status().name())
            .param("mode", mode == null ? null : mode.name())
            .param("locked", reading.settings().transferLock())
            .param("lockedUntil", utc(reading.lockedUntil()))
            .param("changeLockedUntil", utc(reading.changeLockedUntil()))
            .param("order", order)
            .param("at", utc(askedAt))
            .param("plans", DateKind.plans())
            .param("kinds", kinds.stream().map(DateKind::name).toArray(String[]::new))
            .param("dates", dates)
            .query(Boolean.class)
            .single();
    if (!stored) {
      return;
    }
    if (GONE.contains(reading.status())) {
      kept.forget(account, List.of(domain));
      sections.forget(account, List.of(domain));
    } else {
      sections.read(account, domain, reading.settings(), askedAt, source);
    }
  }

  /** Stores until when a deleted name can be restored; null if the registrar does not say. */
  public void restorable(ProvisioningOrder order, @Nullable Instant until) {
    jdbc.sql(
            """
            update stored_domain set restorable_until = :until
            where account = :account and domain = :domain and status = 'DELETED'
            """)
        .param("account", order.content().account())
        .param("domain", order.content().domain().ascii())
        .param("until", utc(until))
        .update();
  }

  /** A reset of the sandbox deletes the names. */
  @Override
  public void startOver() {
    jdbc.sql("delete from stored_domain").update();
  }

  @Override
  public Optional<StoredDomain> find(String account, DomainName domain) {
    return find(List.of(new Key(account, domain.ascii()))).stream().findFirst();
  }

  /** The accounts in which a name was read. */
  public List<String> accounts(DomainName domain) {
    return jdbc.sql("select account from stored_domain where domain = :domain")
        .param("domain", domain.ascii())
        .query(String.class)
        .list();
  }

  /**
   * Which of these names are known to be in another account.
   *
   * @param domains in ASCII form
   * @return one such account for each of them, by name
   */
  public Map<String, String> elsewhere(String account, Collection<String> domains) {
    Map<String, String> elsewhere = new HashMap<>();
    jdbc.sql(
            """
            select domain, min(account) as account from stored_domain
            where account <> :account and domain = any(:domains) and gone_at is null
              and missing_since is null and status not in ('TRANSFERRED_AWAY', 'DELETED')
            group by domain
            """)
        .param("account", account)
        .param("domains", domains.toArray(String[]::new))
        .query(
            row -> {
              elsewhere.put(row.getString("domain"), row.getString("account"));
            });
    return elsewhere;
  }

  /** These names in the given order, without those that were never read. */
  public List<StoredDomain> find(List<Key> keys) {
    Map<Key, Map<DateKind, StoredDate>> dates = new HashMap<>();
    List<StoredDomain> stored = new ArrayList<>();
    jdbc.sql(
            """
            select d.*, coalesce((s.present::json ->> 'transferLock')::boolean, d.transfer_locked)
                as last_locked,
              a.kind, a.at, a.source, a.read_at as date_read_at,
              l.ends_at as watched_until, l.source as watched_source,
              o.owner, g.gaining_registrar as gone_to,
              array(select f.parameter from kept_additional_field f
                where f.account = d.account and f.domain = d.domain
                order by f.parameter) as kept_fields
            from unnest(:accounts::text[], :domains::text[]) with ordinality k (account, domain, n)
            join stored_domain d on d.account = k.account and d.domain = k.domain
            left join lateral (
              select w.ends_at, w.source from order_transfer_lock w
              join provisioning_order c on c.id = w.order_id
              where c.account = d.account and c.domain = d.domain and w.gone_at is null
              order by w.ends_at desc limit 1) l on true
            left join lateral (
              select t.gaining_registrar from outgoing_transfer t
              where t.account = d.account and t.domain = d.domain and t.state = 'GONE'
                and t.ended_at > d.gone_at - interval '30 days'
                and d.status = 'TRANSFERRED_AWAY'
              order by t.ended_at desc limit 1) g on true
            left join domain_section s on s.account = d.account and s.domain = d.domain
              and s.section = 'TRANSFER_LOCK'
            left join domain_owner o on o.account = d.account and o.domain = d.domain
            left join stored_domain_date a on a.account = d.account and a.domain = d.domain
            order by k.n
            """)
        .param("accounts", keys.stream().map(Key::account).toArray(String[]::new))
        .param("domains", keys.stream().map(Key::domain).toArray(String[]::new))
        .query(
            row -> {
              Key key = new Key(row.getString("account"), row.getString("domain"));
              if (!dates.containsKey(key)) {
                dates.put(key, new EnumMap<>(DateKind.class));
                stored.add(domain(row, dates.get(key), clock.instant()));
              }
              if (row.getString("kind") != null) {
                dates.get(key).put(DateKind.valueOf(row.getString("kind")), date(row));
              }
            });
    return stored;
  }

  /**
   * The key of a stored name.
   *
   * @param domain in ASCII form
   */
  public record Key(String account, String domain) {}

  private static StoredDomain domain(ResultSet row, Map<DateKind, StoredDate> dates, Instant now)
      throws SQLException {
    return new StoredDomain(
        row.getString("account"),
        new DomainName(row.getString("domain"), row.getString("domain_unicode")),
        DomainStatus.valueOf(row.getString("status")),
        dates,
        mode(row),
        row.getObject("last_locked", Boolean.class),
        instantOrNull(row, "locked_until"),
        changeLock(row, now),
        Owner.ofStored(row.getString("owner")),
        List.of((String[]) row.getArray("kept_fields").getArray()),
        departure(row),
        instant(row, "read_at"));
  }

  private static @Nullable Departure departure(ResultSet row) throws SQLException {
    Instant at = instantOrNull(row, "gone_at");
    return at == null
        ? null
        : new Departure(at, row.getString("gone_how"), row.getString("gone_to"));
  }

  private static @Nullable StoredMode mode(ResultSet row) throws SQLException {
    String mode = row.getString("renewal_mode");
    return mode == null
        ? null
        : new StoredMode(
            RenewalMode.valueOf(mode),
            Source.valueOf(row.getString("renewal_mode_source")),
            instant(row, "renewal_mode_read_at"));
  }

  // A date stated by the registrar takes precedence over a computed one. A reading without it
  // changes nothing, because not every account can see the date.
  private static @Nullable ChangeLock changeLock(ResultSet row, Instant now) throws SQLException {
    Instant stated = instantOrNull(row, "change_locked_until");
    if (stated != null && stated.isAfter(now)) {
      return new ChangeLock(stated, Source.REGISTRAR);
    }
    Instant watched = instantOrNull(row, "watched_until");
    return watched == null || !watched.isAfter(now)
        ? null
        : new ChangeLock(watched, Source.valueOf(row.getString("watched_source")));
  }

  private static StoredDate date(ResultSet row) throws SQLException {
    return new StoredDate(
        instant(row, "at"), Source.valueOf(row.getString("source")), instant(row, "date_read_at"));
  }
}
