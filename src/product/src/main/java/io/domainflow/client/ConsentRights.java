package io.domainflow.client;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rights to send consents of registrants with an order: only API clients to which an
 * administrator has granted the right have it. Staff approve in a task instead. A right is granted
 * and revoked, never changed, so that the database shows by whom and when.
 */
@Repository
public class ConsentRights {

  private static final String IN_FORCE =
      """
      select r.client, r.text_version, r.given_by, r.given_at
      from client_consent_right r join api_client c on c.name = r.client
      where r.revoked_at is null
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ConsentRights(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The right of a login; empty for logins that are not clients, and for disabled clients. */
  public Optional<ConsentRight> ofLogin(String login) {
    return ApiClient.isLogin(login)
        ? find(ApiClient.nameOf(login), " and c.state = 'ACTIVE'")
        : Optional.empty();
  }

  /** The right of a client, disabled or not. */
  public Optional<ConsentRight> ofClient(String name) {
    return find(name, "");
  }

  private Optional<ConsentRight> find(String client, String more) {
    return jdbc.sql(IN_FORCE + " and r.client = :client" + more)
        .param("client", client)
        .query((row, n) -> right(row))
        .optional();
  }

  /** All rights in force. */
  public List<ConsentRight> all() {
    return jdbc.sql(IN_FORCE).query((row, n) -> right(row)).list();
  }

  /**
   * Grants a client the right, replacing one for a different text, or revokes it. The client has to
   * be locked. An identical right is unchanged.
   *
   * @param textVersion null to revoke it
   * @param by login of the administrator
   */
  @Transactional
  public void set(String client, @Nullable String textVersion, String by) {
    Optional<String> before = ofClient(client).map(ConsentRight::textVersion);
    if (before.equals(Optional.ofNullable(textVersion))) {
      return;
    }
    OffsetDateTime now = utc(clock.instant().truncatedTo(ChronoUnit.MICROS));
    jdbc.sql(
            """
            update client_consent_right set revoked_by = :by, revoked_at = :now
            where client = :client and revoked_at is null
            """)
        .param("client", client)
        .param("by", by)
        .param("now", now)
        .update();
    if (textVersion != null) {
      jdbc.sql(
              """
              insert into client_consent_right (client, text_version, given_by, given_at)
              values (:client, :textVersion, :by, :now)
              """)
          .param("client", client)
          .param("textVersion", textVersion)
          .param("by", by)
          .param("now", now)
          .update();
    }
  }

  private static ConsentRight right(ResultSet row) throws SQLException {
    return new ConsentRight(
        row.getString("client"),
        row.getString("text_version"),
        row.getString("given_by"),
        instant(row, "given_at"));
  }
}
