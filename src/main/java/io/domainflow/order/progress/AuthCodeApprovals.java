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

/** Whether somebody has to agree that an auth code is given out, and who has. */
@Repository
public class AuthCodeApprovals {

  private final JdbcClient jdbc;
  private final Clock clock;

  AuthCodeApprovals(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What was decided of an order.
   *
   * @param lookAt what there was to look at when somebody was asked; null if nobody was
   * @param approvedBy whose login; null as long as nobody has agreed
   */
  public record Approval(
      boolean needed,
      @Nullable String lookAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt) {

    /** Whether the code may be given out. */
    public boolean isGiven() {
      return !needed || approvedBy != null;
    }
  }

  /**
   * Notes whether somebody has to agree. What there was to look at stays as it was once somebody
   * has agreed.
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

  /** Notes that a login has agreed. */
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

  /** What was decided of an order; empty as long as nothing was. */
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
