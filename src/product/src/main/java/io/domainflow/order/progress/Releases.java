package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The progress of releases in the database. */
@Repository
public class Releases {

  private final JdbcClient jdbc;
  private final Clock clock;

  Releases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An approved release.
   *
   * @param requestedAt when the registrar accepted it; null before that
   */
  public record Release(String approvedBy, Instant approvedAt, @Nullable Instant requestedAt) {}

  /** Records that a login has approved the release of an order's name. */
  public void approved(UUID order, String login) {
    jdbc.sql(
            """
            insert into order_release (order_id, approved_by, approved_at)
            values (:order, :login, :now)
            on conflict (order_id) do update
            set approved_by = excluded.approved_by, approved_at = excluded.approved_at
            """)
        .param("order", order)
        .param("login", login)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Records that the registrar has accepted it. */
  public void requested(UUID order) {
    jdbc.sql("update order_release set requested_at = :now where order_id = :order")
        .param("order", order)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** The release of an order; empty if nobody has approved yet. */
  public Optional<Release> find(UUID order) {
    return jdbc.sql("select * from order_release where order_id = :order")
        .param("order", order)
        .query(
            (row, n) ->
                new Release(
                    row.getString("approved_by"),
                    instant(row, "approved_at"),
                    instantOrNull(row, "requested_at")))
        .optional();
  }
}
