package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.utc;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records the outcome of orders, why they fail, and what has to be corrected before. */
@Repository
class OrderResults {

  private final JdbcClient jdbc;
  private final OrderLookup lookup;
  private final OrderOwnership ownership;
  private final Clock clock;

  OrderResults(JdbcClient jdbc, OrderLookup lookup, OrderOwnership ownership, Clock clock) {
    this.jdbc = jdbc;
    this.lookup = lookup;
    this.ownership = ownership;
    this.clock = clock;
  }

  void failed(UUID id, Failure failure) {
    jdbc.sql(
            """
            update provisioning_order
            set failure_reason = :reason, failure_message = :message,
                failure_code = coalesce(:code, case when :refused then (
                  select code from command_journal
                  where order_id = :id and state = 'REFUSED' order by id desc limit 1) end),
                failure_until = :until, updated_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("reason", failure.reason().name())
        .param("refused", failure.reason() == Failure.Reason.REGISTRAR_REFUSED)
        .param("message", failure.message())
        .param("code", failure.registrarCode())
        .param("until", utc(failure.until()))
        .param("now", now())
        .update();
  }

  void reached(UUID id, Outcome outcome) {
    jdbc.sql(
            """
            update provisioning_order
            set outcome_code = :code, expires_at = :expires, outcome_renewal_mode = :mode,
                locked_until = :locked, valid_until = :valid, outcome_remark = :remark, updated_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("code", outcome.code().name())
        .param("expires", utc(outcome.expiresAt()))
        .param("mode", outcome.renewalMode() == null ? null : outcome.renewalMode().name())
        .param("locked", utc(outcome.lockedUntil()))
        .param("valid", utc(outcome.validUntil()))
        .param("remark", outcome.remark())
        .param("now", now())
        .update();
    if (ownership.isBrought(outcome)) {
      ownership.brought(lookup.bare(id));
    }
  }

  void remark(UUID id, @Nullable String remark) {
    jdbc.sql(
            """
            update provisioning_order set outcome_remark = :remark, updated_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("remark", remark)
        .param("now", now())
        .update();
  }

  void lockedUntil(UUID id, Instant until) {
    jdbc.sql(
            """
            update provisioning_order set locked_until = :until, updated_at = :now
            where id = :id and outcome_code is not null and locked_until is distinct from :until
            """)
        .param("id", id)
        .param("until", utc(until))
        .param("now", now())
        .update();
  }

  void refused(UUID id, @Nullable Refusal refusal) {
    jdbc.sql(
            "update provisioning_order set refused_parts = :parts, refusal = :words where id = :id")
        .param("id", id)
        .param(
            "parts",
            refusal == null
                ? new String[0]
                : refusal.parts().stream().map(OrderPart::name).sorted().toArray(String[]::new))
        .param("words", refusal == null ? null : refusal.words())
        .update();
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}
