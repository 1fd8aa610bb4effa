package io.domainflow.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * What was answered to requests with an idempotency key, for 30 days. A key is begun, then answered
 * or given back. One that was begun and neither, because the application was killed, may be begun
 * again after a while: placing an order and working on it are themselves safe to repeat.
 */
@Repository
public class StoredReplies {

  /** How long a reply is kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** Far longer than any answer takes. */
  private static final Duration BEGUN = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredReplies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Begins to answer a request, unless it was answered before.
   *
   * @param fingerprint of what is asked; the same for the same request only
   * @return what was answered; empty if the caller is the one who has to
   * @throws KeyInUse if the same request is just being answered
   * @throws KeyOfAnotherRequest if the key was used for another
   */
  public Optional<StoredReply> begin(String login, String key, String fingerprint) {
    Instant now = clock.instant();
    if (insert(login, key, fingerprint, now)) {
      return Optional.empty();
    }
    return jdbc.sql("select * from idempotent_reply where login = :login and key = :key")
        .param("login", login)
        .param("key", key)
        .query(
            (row, n) -> fingerprint.equals(row.getString("fingerprint")) ? reply(row) : foreign())
        .optional()
        .filter(reply -> reply.status() != 0)
        .or(
            () -> {
              throw new KeyInUse();
            });
  }

  private static StoredReply reply(java.sql.ResultSet row) throws java.sql.SQLException {
    return new StoredReply(row.getInt("status"), row.getString("location"), row.getString("body"));
  }

  private static StoredReply foreign() {
    throw new KeyOfAnotherRequest();
  }

  // Takes the place of what is too old, or was begun by somebody who is gone, as well.
  private boolean insert(String login, String key, String fingerprint, Instant now) {
    return jdbc.sql(
                """
                insert into idempotent_reply as r
                  (login, key, fingerprint, created_at, begun_until)
                values (:login, :key, :fingerprint, :now, :until)
                on conflict (login, key) do update
                set fingerprint = excluded.fingerprint, created_at = excluded.created_at,
                    begun_until = excluded.begun_until, status = null, location = null, body = null
                where r.created_at < :oldest
                  or (r.status is null and r.begun_until < :now
                    and r.fingerprint = excluded.fingerprint)
                """)
            .param("login", login)
            .param("key", key)
            .param("fingerprint", fingerprint)
            .param("now", utc(now))
            .param("until", utc(now.plus(BEGUN)))
            .param("oldest", utc(now.minus(KEPT)))
            .update()
        > 0;
  }

  /** Keeps what was answered. */
  public void answered(String login, String key, StoredReply reply) {
    jdbc.sql(
            """
            update idempotent_reply set status = :status, location = :location, body = :body
            where login = :login and key = :key
            """)
        .param("login", login)
        .param("key", key)
        .param("status", reply.status())
        .param("location", reply.location())
        .param("body", reply.body())
        .update();
  }

  /** Gives a key back whose request was refused: nothing was done, so it may be corrected. */
  public void refused(String login, String key) {
    jdbc.sql(
            """
            delete from idempotent_reply where login = :login and key = :key and status is null
            """)
        .param("login", login)
        .param("key", key)
        .update();
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    jdbc.sql("delete from idempotent_reply where created_at < :oldest")
        .param("oldest", utc(clock.instant().minus(KEPT)))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** The request is just being answered. */
  public static class KeyInUse extends RuntimeException {}

  /** The key belongs to another request. */
  public static class KeyOfAnotherRequest extends RuntimeException {}
}
