package io.domainflow.consent;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Resettable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The standing authorisations of the accounts in the database. */
@Repository
public class StandingAuthorizations implements Resettable {

  private static final String SELECT =
      "select * from standing_authorization where account = :account ";
  private static final String IN_FORCE_AT =
      """
      and revoked_at is null and valid_from <= :at and (valid_until is null or valid_until > :at)
      """;
  private static final String LATEST = " order by number desc limit 1";

  private final JdbcClient jdbc;
  private final Consents consents;
  private final Clock clock;

  StandingAuthorizations(JdbcClient jdbc, Consents consents, Clock clock) {
    this.jdbc = jdbc;
    this.consents = consents;
    this.clock = clock;
  }

  /**
   * Records an authorisation of an existing account.
   *
   * @param validFrom null for now
   * @param validUntil after {@code validFrom}; null for no end
   * @param by login of the user
   */
  public StandingAuthorization add(
      String account,
      ConsentSide side,
      String basis,
      String textVersion,
      @Nullable Instant validFrom,
      @Nullable Instant validUntil,
      boolean optOutOfLock,
      String by) {
    Instant now = clock.instant();
    StandingAuthorization added =
        new StandingAuthorization(
            UUID.randomUUID(),
            account,
            side,
            basis,
            textVersion,
            asStored(validFrom == null ? now : validFrom),
            validUntil == null ? null : asStored(validUntil),
            optOutOfLock,
            by,
            asStored(now),
            null,
            null);
    jdbc.sql(
            """
            insert into standing_authorization (id, account, side, basis, text_version, valid_from,
              valid_until, opt_out_of_lock, recorded_by, recorded_at)
            values (:id, :account, :side, :basis, :textVersion, :validFrom, :validUntil, :optOut,
              :by, :recordedAt)
            """)
        .param("id", added.id())
        .param("account", account)
        .param("side", side.name())
        .param("basis", basis)
        .param("textVersion", textVersion)
        .param("validFrom", utc(added.validFrom()))
        .param("validUntil", utc(added.validUntil()))
        .param("optOut", optOutOfLock)
        .param("by", by)
        .param("recordedAt", utc(added.recordedAt()))
        .update();
    return added;
  }

  /**
   * Revokes an authorisation, and with it the consents that open orders have from it. Completed
   * changes are not undone.
   *
   * @param by login of the user
   * @return false if the account has no such authorisation in force
   */
  @Transactional
  public boolean revoke(String account, UUID id, String by) {
    boolean revoked =
        jdbc.sql(
                    """
                update standing_authorization set revoked_at = :now, revoked_by = :by
                where account = :account and id = :id and revoked_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("by", by)
                .param("account", account)
                .param("id", id)
                .update()
            == 1;
    if (revoked) {
      consents.revoke(id, by);
    }
    return revoked;
  }

  /** All authorisations of an account, including ended ones; oldest first. */
  public List<StandingAuthorization> of(String account) {
    return jdbc.sql(SELECT + "order by number")
        .param("account", account)
        .query((row, n) -> authorization(row))
        .list();
  }

  /**
   * The latest authorisation for one side that is valid at a given time and has not been revoked
   * since.
   */
  public Optional<StandingAuthorization> valid(String account, ConsentSide side, Instant at) {
    return jdbc.sql(SELECT + IN_FORCE_AT + "and side = :side" + LATEST)
        .param("account", account)
        .param("at", utc(at))
        .param("side", side.name())
        .query((row, n) -> authorization(row))
        .optional();
  }

  /**
   * The recorded opt-out of prior registrants from the lock after a change, if it was made before:
   * ICANN's Transfer Policy allows no later one.
   *
   * @param before when the change was requested
   */
  public Optional<StandingAuthorization> optOut(String account, Instant before) {
    return jdbc.sql(
            SELECT
                + IN_FORCE_AT
                + "and opt_out_of_lock and valid_from < :at and recorded_at < :at"
                + LATEST)
        .param("account", account)
        .param("at", utc(before))
        .query((row, n) -> authorization(row))
        .optional();
  }

  /** A reset of the sandbox deletes all. */
  @Override
  public void startOver() {
    jdbc.sql("delete from standing_authorization").update();
  }

  private static StandingAuthorization authorization(ResultSet row) throws SQLException {
    return new StandingAuthorization(
        row.getObject("id", UUID.class),
        row.getString("account"),
        ConsentSide.valueOf(row.getString("side")),
        row.getString("basis"),
        row.getString("text_version"),
        instant(row, "valid_from"),
        instantOrNull(row, "valid_until"),
        row.getBoolean("opt_out_of_lock"),
        row.getString("recorded_by"),
        instant(row, "recorded_at"),
        instantOrNull(row, "revoked_at"),
        row.getString("revoked_by"));
  }

  private static Instant asStored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
