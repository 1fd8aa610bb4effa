package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.owner.DomainOwners;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the data in lists of the accounts' names, hundreds of names per statement. Names without
 * orders become known in this way, too.
 */
@Repository
public class ListedDomains {

  private final JdbcClient jdbc;
  private final DomainOwners owners;
  private final Clock clock;

  ListedDomains(JdbcClient jdbc, DomainOwners owners, Clock clock) {
    this.jdbc = jdbc;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Stores dates and renewal modes of names in an account, unless there is a later reading. The
   * status of a known name is not changed; that is left to the code that reads single names. Only a
   * name that was thought to have left, but is in the account, gets the stated status, unless it
   * was found to have left after {@code askedAt}.
   *
   * @param askedAt a time before the registrar was asked for the list
   */
  public void store(String account, Instant askedAt, List<ListedDomain> names) {
    Map<String, ListedDomain> byName = new LinkedHashMap<>();
    names.forEach(name -> byName.put(name.domain().ascii(), name));
    Dates dates = new Dates(byName.values());
    owners.here(account, askedAt, byName.keySet());
    jdbc.sql(
            """
            with listed as (
              insert into stored_domain as known (account, domain, domain_unicode, status,
                renewal_mode, renewal_mode_source, renewal_mode_read_at, listed_at, read_at)
              select a.name, l.domain, l.unicode, l.status, l.mode, 'REGISTRAR', :at, :at, :at
              from unnest(:domains::text[], :unicodes::text[], :statuses::text[], :modes::text[])
                l (domain, unicode, status, mode)
              join reseller_account a on a.name = :account
              order by l.domain
              on conflict (account, domain) do update
              set renewal_mode = case when known.renewal_mode_read_at > excluded.read_at
                    then known.renewal_mode else excluded.renewal_mode end,
                  renewal_mode_source = case when known.renewal_mode_read_at > excluded.read_at
                    then known.renewal_mode_source else excluded.renewal_mode_source end,
                  renewal_mode_read_at =
                    greatest(known.renewal_mode_read_at, excluded.renewal_mode_read_at),
                  status = case when known.read_at <= excluded.read_at
                      and (known.gone_at is not null
                        or known.status in ('TRANSFERRED_AWAY', 'DELETED'))
                    then excluded.status else known.status end,
                  read_at = case when known.read_at <= excluded.read_at
                      and (known.gone_at is not null
                        or known.status in ('TRANSFERRED_AWAY', 'DELETED'))
                    then excluded.read_at else known.read_at end,
                  listed_at = excluded.listed_at,
                  missing_since = case when known.read_at > excluded.read_at
                    then known.missing_since end,
                  gone_at = case when known.read_at > excluded.read_at then known.gone_at end,
                  gone_how = case when known.read_at > excluded.read_at then known.gone_how end,
                  gone_reported_at = case when known.read_at > excluded.read_at
                    then known.gone_reported_at end,
                  restorable_until = case when known.read_at > excluded.read_at
                    then known.restorable_until end
              returning account, domain),
            stated as (
              select * from unnest(:dateDomains::text[], :kinds::text[], :dates::timestamptz[])
                s (domain, kind, at)),
            no_longer as (
              delete from stored_domain_date as known using listed l
              where known.account = l.account and known.domain = l.domain
                and known.kind = any(:plans) and known.read_at <= :at
                and exists (select 1 from stated s
                  where s.domain = l.domain and s.kind = any(:plans))
                and not exists (select 1 from stated s
                  where s.domain = l.domain and s.kind = known.kind))
            insert into stored_domain_date as known (account, domain, kind, at, source, read_at)
            select l.account, l.domain, s.kind, s.at, 'REGISTRAR', :at
            from stated s join listed l on l.domain = s.domain
            order by l.domain, s.kind
            on conflict (account, domain, kind) do update
            set at = excluded.at, source = excluded.source, read_at = excluded.read_at
            where known.read_at <= excluded.read_at
            """)
        .param("account", account)
        .param("at", utc(askedAt))
        .param("domains", byName.keySet().toArray(String[]::new))
        .param("unicodes", texts(byName.values(), name -> name.domain().unicode()))
        .param("statuses", texts(byName.values(), name -> name.status().name()))
        .param("modes", texts(byName.values(), name -> mode(name.renewalMode())))
        .param("plans", DateKind.plans())
        .param("dateDomains", dates.domains.toArray(String[]::new))
        .param("kinds", dates.kinds.toArray(String[]::new))
        .param("dates", dates.times.toArray(String[]::new))
        .update();
  }

  /** The dates of all names, as parallel arrays for the statement. */
  private static final class Dates {

    private final List<String> domains = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<String> times = new ArrayList<>();

    Dates(Collection<ListedDomain> names) {
      names.forEach(name -> name.dates().forEach((kind, at) -> add(name, kind, at)));
    }

    private void add(ListedDomain name, DateKind kind, Instant at) {
      domains.add(name.domain().ascii());
      kinds.add(kind.name());
      times.add(at.toString());
    }
  }

  /** Records the mode that the registrar has accepted for a name, until it is read again. */
  public void modeSet(String account, DomainName domain, RenewalMode mode) {
    jdbc.sql(
            """
            update stored_domain
            set renewal_mode = :mode, renewal_mode_source = 'COMPUTED', renewal_mode_read_at = :now
            where account = :account and domain = :domain
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("mode", mode.name())
        .param("now", utc(clock.instant()))
        .update();
  }

  private static String[] texts(
      Collection<ListedDomain> names, Function<ListedDomain, @Nullable String> text) {
    return names.stream().map(text).toArray(String[]::new);
  }

  private static @Nullable String mode(@Nullable RenewalMode mode) {
    return mode == null ? null : mode.name();
  }
}
