package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The required and given approvals for issuing auth codes. */
@Repository
public class AuthCodeApprovals {

  private final JdbcClient jdbc;
  private final Clock clock;

  AuthCodeApprovals(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The approval of an order.
   *
   * @param lookAt the signs shown to the approver; null if no approval is needed
   * @param approvedBy login of the approver; null if nobody has approved
   */
  public record Approval(
      boolean needed,
      @Nullable String lookAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt) {

    /** Whether the code may be issued. */
    public boolean isGiven() {
      return !needed || approvedBy != null;
    }
  }

  /**
   * Records whether an approval is needed. The signs are not changed once somebody has approved.
   */
  public void decided(UUID order, boolean needed, @Nullable String lookAt) {
    jdbc.sql(
            """
            insert into order_code_course as known (order_id, approval_needed, look_at)
            values (:order, :needed, :lookAt)
            on conflict (order_id) do update
            set approval_needed = excluded.approval_needed,
                look_at = case when known.approved_by is null then excluded.look_at
                  else known.look_at end
            """)
        .param("order", order)
        .param("needed", needed)
        .param("lookAt", lookAt)
        .update();
  }

  /** Records the approval of a login. */
  public void approved(UUID order, String login) {
    jdbc.sql(
            """
            insert into order_code_course (order_id, approval_needed, approved_by, approved_at)
            values (:order, true, :login, :now)
            on conflict (order_id) do update
            set approved_by = excluded.approved_by, approved_at = excluded.approved_at
            """)
        .param("order", order)
        .param("login", login)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** The approval of an order; empty if nothing was decided yet. */
  public Optional<Approval> find(UUID order) {
    return jdbc.sql(
            """
            select * from order_code_course where order_id = :order and approval_needed is not null
            """)
        .param("order", order)
        .query(
            (row, n) ->
                new Approval(
                    row.getBoolean("approval_needed"),
                    row.getString("look_at"),
                    row.getString("approved_by"),
                    instantOrNull(row, "approved_at")))
        .optional();
  }
}
