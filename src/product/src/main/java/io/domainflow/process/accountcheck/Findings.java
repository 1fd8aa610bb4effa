package io.domainflow.process.accountcheck;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores what is wrong with the accounts, while it lasts. */
@Repository
class Findings {

  private final JdbcClient jdbc;
  private final Clock clock;

  Findings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Lets only one check at a time store its findings for an account.
   *
   * @return whether the account still exists
   */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean lock(String account) {
    return jdbc.sql("select name from reseller_account where name = :account for no key update")
        .param("account", account)
        .query(String.class)
        .optional()
        .isPresent();
  }

  Optional<RecordedFinding> find(String account, FindingKind kind) {
    return jdbc.sql("select * from account_finding where account = :account and kind = :kind")
        .param("account", account)
        .param("kind", kind.name())
        .query((row, n) -> read(row))
        .optional();
  }

  private static RecordedFinding read(ResultSet row) throws SQLException {
    Array names = row.getArray("names");
    return new RecordedFinding(
        new Finding(
            FindingKind.valueOf(row.getString("kind")),
            row.getString("what"),
            List.of((String[]) names.getArray()),
            row.getString("mark")),
        instant(row, "found_at"),
        instant(row, "looked_at"),
        row.getBoolean("ignored"));
  }

  /** Stores a finding. If it was ignored and has changed, it is no longer ignored. */
  void put(String account, Finding finding) {
    jdbc.sql(
            """
            insert into account_finding (account, kind, found_at, looked_at, what, names, mark)
            values (:account, :kind, :now, :now, :what, :names, :mark)
            on conflict (account, kind) do update
              set looked_at = excluded.looked_at, what = excluded.what, names = excluded.names,
                  mark = excluded.mark,
                  ignored = account_finding.ignored and account_finding.mark = excluded.mark
            """)
        .param("account", account)
        .param("kind", finding.kind().name())
        .param("now", utc(clock.instant()))
        .param("what", finding.what())
        .param("names", finding.names().toArray(String[]::new))
        .param("mark", finding.mark())
        .update();
  }

  /** Ignores a finding until it changes. */
  void ignore(String account, FindingKind kind) {
    jdbc.sql("update account_finding set ignored = true where account = :account and kind = :kind")
        .param("account", account)
        .param("kind", kind.name())
        .update();
  }

  void remove(String account, FindingKind kind) {
    jdbc.sql("delete from account_finding where account = :account and kind = :kind")
        .param("account", account)
        .param("kind", kind.name())
        .update();
  }

  void removeAll() {
    jdbc.sql("delete from account_finding").update();
  }
}
