package io.domainflow.order.intake;

import static io.domainflow.database.DatabaseTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Stores the answers to requests with an idempotency key for 30 days. A key is begun, then answered
 * or released. If the application was killed in between, the key may be begun again after a while:
 * placing an order is safe to repeat, and a change of an order stores its answer in the same
 * transaction.
 */
@Repository
public class IdempotentResponses {

  /** How long a reply is kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** When a key may be begun again: far longer than any answer takes. */
  private static final Duration BEGUN = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  IdempotentResponses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Begins to answer a request, unless it was already answered.
   *
   * @param fingerprint of the request; equal only for equal requests
   * @throws KeyInUse if the same request is just being answered
   * @throws KeyOfAnotherRequest if the key was used for another
   */
  public Begun begin(String login, String key, String fingerprint) {
    Instant now = clock.instant();
    UUID holder = UUID.randomUUID();
    if (insert(login, key, fingerprint, holder, now)) {
      return new Begun(login, key, holder, Optional.empty());
    }
    return new Begun(login, key, holder, Optional.of(earlier(login, key, fingerprint)));
  }

  /**
   * A request that is being answered.
   *
   * @param holder who answers it
   * @param earlier the stored answer; empty if the caller has to answer
   */
  public record Begun(
      String login, String key, UUID holder, Optional<IdempotentResponse> earlier) {}

  private IdempotentResponse earlier(String login, String key, String fingerprint) {
    return jdbc.sql("select * from idempotent_reply where login = :login and key = :key")
        .param("login", login)
        .param("key", key)
        .query(
            (row, n) -> fingerprint.equals(row.getString("fingerprint")) ? reply(row) : foreign())
        .optional()
        .filter(reply -> reply.status() != 0)
        .orElseThrow(KeyInUse::new);
  }

  private static IdempotentResponse reply(ResultSet row) throws SQLException {
    return new IdempotentResponse(
        row.getInt("status"), row.getString("location"), row.getString("body"));
  }

  private static IdempotentResponse foreign() {
    throw new KeyOfAnotherRequest();
  }

  // Also replaces an entry that is too old, or was begun by a node that no longer runs.
  private boolean insert(String login, String key, String fingerprint, UUID holder, Instant now) {
    return jdbc.sql(
                """
                insert into idempotent_reply as r
                  (login, key, fingerprint, holder, created_at, begun_until)
                values (:login, :key, :fingerprint, :holder, :now, :until)
                on conflict (login, key) do update
                set fingerprint = excluded.fingerprint, holder = excluded.holder,
                    created_at = excluded.created_at, begun_until = excluded.begun_until, status = null, location = null, body = null
                where r.created_at < :oldest
                  or (r.status is null and r.begun_until < :now
                    and r.fingerprint = excluded.fingerprint)
                """)
            .param("login", login)
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("holder", holder)
            .param("now", utc(now))
            .param("until", utc(now.plus(BEGUN)))
            .param("oldest", utc(now.minus(KEPT)))
            .update()
        > 0;
  }

  /**
   * Stores the answer, if the current transaction commits. Has no effect if another caller has
   * begun the key in the meantime, or if it is already answered.
   */
  public void answered(Begun begun, IdempotentResponse reply) {
    jdbc.sql(
            """
            update idempotent_reply set status = :status, location = :location, body = :body
            where login = :login and key = :key and holder = :holder and status is null
            """)
        .param("login", begun.login())
        .param("key", begun.key())
        .param("holder", begun.holder())
        .param("status", reply.status())
        .param("location", reply.location())
        .param("body", reply.body())
        .update();
  }

  /** Releases a key whose request was refused: nothing was done, so it may be corrected. */
  public void refused(Begun begun) {
    jdbc.sql(
            """
            delete from idempotent_reply
            where login = :login and key = :key and holder = :holder and status is null
            """)
        .param("login", begun.login())
        .param("key", begun.key())
        .param("holder", begun.holder())
        .update();
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    jdbc.sql("delete from idempotent_reply where created_at < :oldest")
        .param("oldest", utc(clock.instant().minus(KEPT)))
        .update();
  }

  /** The request is just being answered. */
  public static class KeyInUse extends RuntimeException {}

  /** The key belongs to another request. */
  public static class KeyOfAnotherRequest extends RuntimeException {}
}
