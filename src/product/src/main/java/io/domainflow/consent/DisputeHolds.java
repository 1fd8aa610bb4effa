package io.domainflow.consent;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.Resettable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The disputes over names in the database: at most one open dispute per name, and the ended ones.
 */
@Repository
public class DisputeHolds implements Resettable {

  private static final String SELECT =
      "select * from domain_hold where domain = :domain and lifted_at is null ";

  private final JdbcClient jdbc;
  private final Clock clock;

  DisputeHolds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Sets a hold, replacing a different one for the same name; an identical hold is unchanged.
   *
   * @param by login of the user
   */
  @Transactional
  public DisputeHold put(DomainName domain, HoldKind kind, String reference, String by) {
    Optional<DisputeHold> held = find(domain, "for update");
    while (held.filter(hold -> isThe(hold, kind, reference)).isEmpty()) {
      remove(domain, by);
      insert(domain, kind, reference, by);
      // Somebody else may have set one after the removal.
      held = find(domain, "for update");
    }
    return held.orElseThrow();
  }

  private static boolean isThe(DisputeHold hold, HoldKind kind, String reference) {
    return hold.kind() == kind && hold.reference().equals(reference);
  }

  private void insert(DomainName domain, HoldKind kind, String reference, String by) {
    jdbc.sql(
            """
            insert into domain_hold (domain, domain_unicode, kind, reference, set_by, set_at)
            values (:domain, :unicode, :kind, :reference, :by, :now)
            on conflict do nothing
            """)
        .param("domain", domain.ascii())
        .param("unicode", domain.unicode())
        .param("kind", kind.name())
        .param("reference", reference)
        .param("by", by)
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * Removes the hold of a name.
   *
   * @param by login of the user
   * @return false if it has none
   */
  public boolean remove(DomainName domain, String by) {
    return jdbc.sql(
                """
                update domain_hold set lifted_by = :by, lifted_at = :now
                where domain = :domain and lifted_at is null
                """)
            .param("by", by)
            .param("now", utc(clock.instant()))
            .param("domain", domain.ascii())
            .update()
        == 1;
  }

  /** Whether a name has a hold. */
  public boolean isHeld(DomainName domain) {
    return find(domain).isPresent();
  }

  /** The hold of a name, if it has one, for staff: nobody else learns its kind and reference. */
  public Optional<DisputeHold> find(DomainName domain) {
    return find(domain, "");
  }

  /** Those of these names, in ASCII form, that have a hold. */
  public Set<String> held(List<DomainName> domains) {
    return new HashSet<>(
        jdbc.sql(
                "select domain from domain_hold where domain = any(:domains) and lifted_at is null")
            .param("domains", domains.stream().map(DomainName::ascii).toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private Optional<DisputeHold> find(DomainName domain, String lock) {
    return jdbc.sql(SELECT + lock)
        .param("domain", domain.ascii())
        .query((row, n) -> hold(row))
        .optional();
  }

  /** A reset of the sandbox deletes all. */
  @Override
  public void startOver() {
    jdbc.sql("delete from domain_hold").update();
  }

  private static DisputeHold hold(ResultSet row) throws SQLException {
    return new DisputeHold(
        new DomainName(row.getString("domain"), row.getString("domain_unicode")),
        HoldKind.valueOf(row.getString("kind")),
        row.getString("reference"),
        row.getString("set_by"),
        instant(row, "set_at"));
  }
}
