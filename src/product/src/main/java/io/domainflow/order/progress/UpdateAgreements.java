package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Section;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The values of updates that may be sent, section by section: those that somebody has approved, and
 * those about which the policy asked nobody.
 */
@Repository
public class UpdateAgreements {

  private final JdbcClient jdbc;
  private final Clock clock;

  UpdateAgreements(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The agreement to the value of a section.
   *
   * @param fingerprint of the value
   * @param approvedBy login of the approver; null if the policy asked nobody
   */
  public record Agreement(String fingerprint, @Nullable String approvedBy) {}

  /**
   * Replaces what was agreed to about these sections; who has approved a value stays known.
   *
   * @param values the fingerprint of each section's value
   * @param approvedBy login of the approver; null if the policy asks nobody
   */
  @Transactional
  public void agreed(UUID order, Map<Section, String> values, @Nullable String approvedBy) {
    values.forEach(
        (section, fingerprint) ->
            jdbc.sql(
                    """
                    insert into order_update_agreement as known
                      (order_id, section, fingerprint, approved_by, agreed_at)
                    values (:order, :section, :fingerprint, :login, :now)
                    on conflict (order_id, section) do update
                    set fingerprint = excluded.fingerprint, approved_by = excluded.approved_by,
                        agreed_at = excluded.agreed_at
                    where excluded.approved_by is not null
                      or known.fingerprint <> excluded.fingerprint
                    """)
                .param("order", order)
                .param("section", section.name())
                .param("fingerprint", fingerprint)
                .param("login", approvedBy)
                .param("now", utc(clock.instant()))
                .update());
  }

  /** From now on only what somebody has approved may be sent. */
  public void approvalNeeded(UUID order) {
    jdbc.sql("delete from order_update_agreement where order_id = :order and approved_by is null")
        .param("order", order)
        .update();
  }

  /** What was agreed to, by section. */
  public Map<Section, Agreement> of(UUID order) {
    Map<Section, Agreement> agreements = new EnumMap<>(Section.class);
    jdbc.sql("select * from order_update_agreement where order_id = :order")
        .param("order", order)
        .query(
            row -> {
              agreements.put(
                  Section.valueOf(row.getString("section")),
                  new Agreement(row.getString("fingerprint"), row.getString("approved_by")));
            });
    return agreements;
  }
}
