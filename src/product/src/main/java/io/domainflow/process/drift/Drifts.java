package io.domainflow.process.drift;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.Resettable;
import io.domainflow.model.Section;
import io.domainflow.process.domain.NameKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the names whose settings differ from what was ordered, until that is settled. */
@Repository
class Drifts implements Resettable {

  /** If a setting differs again within this time, something else changes it. */
  private static final Duration LATELY = Duration.ofDays(3);

  private final JdbcClient jdbc;
  private final Clock clock;

  Drifts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A drift, and since when it is known.
   *
   * @param leftSo whether somebody has decided to leave it
   */
  record Known(Drift drift, Instant foundAt, boolean leftSo) {}

  Optional<Known> find(String account, DomainName domain) {
    return jdbc.sql("select * from domain_drift where account = :account and domain = :domain")
        .param("account", account)
        .param("domain", domain.ascii())
        .query((row, n) -> known(row))
        .optional();
  }

  /** All drifts that are known for an account. */
  List<Known> of(String account) {
    return jdbc.sql("select * from domain_drift where account = :account order by domain")
        .param("account", account)
        .query((row, n) -> known(row))
        .list();
  }

  private static Known known(ResultSet row) throws SQLException {
    Set<Section> sections =
        Arrays.stream((String[]) row.getArray("sections").getArray())
            .map(Section::valueOf)
            .collect(Collectors.toSet());
    return new Known(
        new Drift(
            DomainName.ofManaged(row.getString("domain")),
            sections,
            row.getString("mark"),
            row.getString("problem")),
        instant(row, "found_at"),
        row.getBoolean("left_so"));
  }

  /**
   * Stores a drift. If it was left as it is and has changed, that decision no longer applies; if it
   * has other sections, it counts as found now.
   */
  void put(String account, Drift drift) {
    jdbc.sql(
            """
            insert into domain_drift as known (account, domain, sections, found_at, looked_at, mark,
              problem)
            select a.name, :domain, :sections, :now, :now, :mark, :problem
            from reseller_account a where a.name = :account
            on conflict (account, domain) do update
            set sections = excluded.sections, looked_at = excluded.looked_at, mark = excluded.mark,
                found_at = case when known.sections @> excluded.sections then known.found_at
                  else excluded.found_at end,
                problem = excluded.problem, left_so = known.left_so and known.mark = excluded.mark
            """)
        .param("account", account)
        .param("domain", drift.domain().ascii())
        .param("sections", drift.sections().stream().map(Enum::name).toArray(String[]::new))
        .param("mark", drift.mark())
        .param("problem", drift.problem())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Leaves a name unchanged until it differs in another way. */
  void leaveSo(NameKey key) {
    jdbc.sql(
            """
            update domain_drift set left_so = true where account = :account and domain = :domain
            """)
        .param("account", key.account())
        .param("domain", key.domain().ascii())
        .update();
  }

  void remove(String account, DomainName domain) {
    jdbc.sql("delete from domain_drift where account = :account and domain = :domain")
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
  }

  /** Records that a rule has corrected this drift of a name. */
  void mended(String account, Drift drift) {
    jdbc.sql(
            """
            insert into domain_drift_mended (account, domain, mark, mended_at)
            select a.name, :domain, :mark, :now from reseller_account a where a.name = :account
            on conflict (account, domain) do update
            set mark = excluded.mark, mended_at = excluded.mended_at
            """)
        .param("account", account)
        .param("domain", drift.domain().ascii())
        .param("mark", drift.mark())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** When a rule has corrected this drift of a name; empty if not recently. */
  Optional<Instant> mendedAt(String account, Drift drift) {
    return jdbc.sql(
            """
            select mended_at from domain_drift_mended
            where account = :account and domain = :domain and mark = :mark and mended_at > :since
            """)
        .param("account", account)
        .param("domain", drift.domain().ascii())
        .param("mark", drift.mark())
        .param("since", utc(clock.instant().minus(LATELY)))
        .query((row, n) -> instant(row, "mended_at"))
        .optional();
  }

  /** Removes the drift of a name that has left. */
  void forget(String account, DomainName domain) {
    remove(account, domain);
    jdbc.sql("delete from domain_drift_mended where account = :account and domain = :domain")
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
  }

  /** A reset of the sandbox deletes its names. */
  @Override
  public void startOver() {
    jdbc.sql("delete from domain_drift").update();
    jdbc.sql("delete from domain_drift_mended").update();
  }
}
