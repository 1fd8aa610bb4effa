package io.domainflow.registrar;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the calls of accounts in the same way as the registrar, for all nodes together: each
 * command costs points, and every minute a fifth of the points expires.
 *
 * <p>Source: the page on the quota system in the registrar's wiki.
 */
@Repository
class UsageQuota {

  private static final double LEFT_AFTER_A_MINUTE = 0.8;

  // After more days the number would be too small for PostgreSQL to calculate with.
  private static final int MINUTES_TO_FORGET_ALL = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;
  private final Clock clock;

  UsageQuota(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.clock = clock;
  }

  /**
   * Counts a command, unless that would exceed the limit; at once, whatever becomes of the caller's
   * transaction, which may be long: others need the account's row.
   *
   * @return empty if it was counted and may be sent; else when the limit allows it
   */
  Optional<Instant> take(String account, int points, int mark) {
    return execute(
        () -> {
          int allowed = Math.max(mark, points);
          if (isCounted(account, points, allowed)) {
            return Optional.empty();
          }
          jdbc.sql(
                  """
                  insert into registrar_usage (account, points, counted_at) values (:account, 0, :now)
                  on conflict do nothing
                  """)
              .param("account", account)
              .param("now", now())
              .update();
          return isCounted(account, points, allowed)
              ? Optional.empty()
              : Optional.of(roomAt(account, allowed - points));
        });
  }

  private <T> T execute(Supplier<T> statements) {
    return Objects.requireNonNull(apart.execute(status -> statements.get()));
  }

  /** Records that the registrar itself counts at least this many points. */
  void atLeast(String account, int points) {
    execute(
        () ->
            jdbc.sql(
                    """
                    insert into registrar_usage (account, points, counted_at)
                    values (:account, :points, :now)
                    on conflict (account) do update
                      set points = greatest(registrar_usage.points, excluded.points),
                          counted_at = excluded.counted_at
                    """)
                .param("account", account)
                .param("points", points)
                .param("now", now())
                .update());
  }

  /** The current number of points. */
  int points(String account) {
    return jdbc.sql(
            """
            select round(points * power(:left, least(:all,
              greatest(0, floor(extract(epoch from :now - counted_at) / 60)))))
            from registrar_usage where account = :account
            """)
        .param("left", LEFT_AFTER_A_MINUTE)
        .param("all", MINUTES_TO_FORGET_ALL)
        .param("now", now())
        .param("account", account)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Forgets everything. */
  void clear() {
    jdbc.sql("delete from registrar_usage").update();
  }

  /** Counts points at once, unless that would exceed the limit or nothing was counted before. */
  boolean counted(String account, int points, int allowed) {
    return execute(() -> isCounted(account, points, allowed));
  }

  private boolean isCounted(String account, int points, int allowed) {
    return jdbc.sql(
                """
                update registrar_usage usage
                set points = now.points + :points, counted_at = now.counted_at
                from (
                  select account, points * power(:left, least(minutes, :all)) as points,
                    counted_at + minutes * interval '1 minute' as counted_at
                  from (
                    select account, points, counted_at,
                      greatest(0, floor(extract(epoch from :now - counted_at) / 60)) as minutes
                    from registrar_usage where account = :account for update) before) now
                where usage.account = now.account and now.points + :points <= :allowed
                """)
            .param("left", LEFT_AFTER_A_MINUTE)
            .param("all", MINUTES_TO_FORGET_ALL)
            .param("now", now())
            .param("account", account)
            .param("points", points)
            .param("allowed", allowed)
            .update()
        == 1;
  }

  private Instant roomAt(String account, int most) {
    return jdbc.sql("select points, counted_at from registrar_usage where account = :account")
        .param("account", account)
        .query((row, n) -> roomAt(row, most))
        .single();
  }

  // Less than one point counts as none, because points never decay to zero.
  private static Instant roomAt(ResultSet usage, int most) throws SQLException {
    double ratio = Math.max(most, 1) / usage.getDouble("points");
    long minutes = (long) Math.ceil(Math.log(ratio) / Math.log(LEFT_AFTER_A_MINUTE));
    return instant(usage, "counted_at").plus(Duration.ofMinutes(Math.max(minutes, 1)));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}
