package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.order;
import static io.domainflow.analysis.FigureColumn.text;
import static io.domainflow.analysis.FigureColumn.time;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.analysis.FigureHead.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks that will end soon automatically, after a change of registrant or set by the registry:
 * those that end first at the top. A name with both has two rows; it can be transferred away when
 * the last of them has ended.
 */
@Component
class EndingLocks implements Figure {

  private static final Duration SOON = Duration.ofDays(60);

  private static final FigureHead HEAD =
      new FigureHead(
          "locks-ending",
          "Locks that end in the next %d days".formatted(SOON.toDays()),
          false,
          Set.of(Filter.ACCOUNT, Filter.TLD),
          List.of(
              count("daysLeft", "Days left"),
              time("endsAt", "Ends"),
              text("domain", "Domain"),
              text("kind", "Kind of lock"),
              text("account", "Account"),
              text("source", "Who says so"),
              order()));

  // For the end of the same lock, a time stated by the registrar takes precedence over a computed
  // one.
  private static final String LOCKS =
      """
      select ends_at, domain, kind, account, source, order_id
      from (
        select distinct on (account, domain, kind) * from (
          select 'CHANGE_OF_REGISTRANT' as kind, o.account, o.domain, l.ends_at, l.source,
            l.order_id, false as stated
          from order_transfer_lock l join provisioning_order o on o.id = l.order_id
          where l.gone_at is null and l.ends_at > :now
          union all
          select 'CHANGE_OF_REGISTRANT', account, domain, change_locked_until, 'REGISTRAR',
            order_id, true
          from stored_domain where change_locked_until > :now and gone_at is null
          union all
          select 'TRANSFER', account, domain, locked_until, 'REGISTRAR', order_id, true
          from stored_domain where locked_until > :now and gone_at is null and transfer_locked
        ) told
        order by account, domain, kind, stated desc, ends_at desc) locks
      where ends_at <= :soon and (:account::text is null or account = :account)
        and (:tld::text is null or substr(domain, strpos(domain, '.') + 1) = :tld)
      order by ends_at, domain, kind limit :most
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  EndingLocks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    Instant now = clock.instant();
    return FigureRows.first(
        criteria
            .filter(jdbc.sql(LOCKS))
            .param("now", utc(now))
            .param("soon", utc(now.plus(SOON)))
            .param("most", FigureTable.LONGEST_LIST + 1)
            .query(
                (row, n) -> {
                  Instant end = instantOrNull(row, "ends_at");
                  return FigureRows.row(
                      DaysLeft.of(now, end),
                      end,
                      FigureRows.domain(row),
                      row.getString("kind"),
                      row.getString("account"),
                      row.getString("source"),
                      row.getObject("order_id", UUID.class));
                })
            .list());
  }
}
