package io.domainflow.client;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tokens of the API clients. A client may have several at a time, so that it can change to a
 * new one before the old one is revoked.
 */
@Repository
public class ClientTokens {

  /** How often the use of a token is recorded at most. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  ClientTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether a password has the form of a token. */
  public static boolean isToken(String password) {
    return password.startsWith(TokenCredential.PREFIX);
  }

  /**
   * Creates a token.
   *
   * @param client name of an existing client
   * @param expiresAt null for a token that does not expire
   */
  public NewToken issue(String client, @Nullable Instant expiresAt) {
    TokenCredential text = TokenCredential.random();
    Token token = new Token(text.id(), clock.instant(), expiresAt, null);
    jdbc.sql(
            """
            insert into api_client_token (id, client, secret_sha256, created_at, expires_at)
            values (:id, :client, :hash, :createdAt, :expiresAt)
            """)
        .param("id", token.id())
        .param("client", client)
        .param("hash", text.hash())
        .param("createdAt", utc(token.createdAt()))
        .param("expiresAt", utc(expiresAt))
        .update();
    return new NewToken(token, text.text());
  }

  /** The tokens of a client, oldest first, including expired ones. */
  public List<Token> of(String client) {
    return jdbc.sql("select * from api_client_token where client = :client order by created_at, id")
        .param("client", client)
        .query((row, n) -> token(row))
        .list();
  }

  /**
   * Revokes a token, so that it is no longer accepted.
   *
   * @return false if the client has no such token
   */
  public boolean revoke(String client, String id) {
    return jdbc.sql("delete from api_client_token where client = :client and id = :id")
            .param("client", client)
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * The client that a token belongs to; empty if there is none, the token has expired, or the
   * client is disabled.
   *
   * @param name name of the expected client; null for any
   */
  public Optional<ApiClient> authenticate(String sent, @Nullable String name) {
    Optional<TokenCredential> text = TokenCredential.of(sent);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Stored> accepted =
        stored(text.get())
            .filter(Stored::hasThisSecret)
            .filter(known -> name == null || known.client().name().equals(name))
            .filter(known -> known.client().state() == ClientState.ACTIVE)
            .filter(known -> known.expiresAt() == null || now.isBefore(known.expiresAt()));
    accepted.ifPresent(known -> noteUse(text.get().id(), known.lastUsedAt(), now));
    return accepted.map(Stored::client);
  }

  private Optional<Stored> stored(TokenCredential text) {
    return jdbc.sql(
            """
            select c.*, t.secret_sha256, t.expires_at, t.last_used_at
            from api_client_token t join api_client c on c.name = t.client
            where t.id = :id
            """)
        .param("id", text.id())
        .query(
            (row, n) ->
                new Stored(
                    // takes equally long for every wrong secret
                    MessageDigest.isEqual(row.getBytes("secret_sha256"), text.hash()),
                    instantOrNull(row, "expires_at"),
                    instantOrNull(row, "last_used_at"),
                    ApiClients.client(row)))
        .optional();
  }

  private void noteUse(String id, @Nullable Instant last, Instant now) {
    // also if the clock was set back into a different minute
    if (last == null || Duration.between(last, now).abs().compareTo(USE_NOTED_EVERY) >= 0) {
      jdbc.sql("update api_client_token set last_used_at = :now where id = :id")
          .param("now", utc(now))
          .param("id", id)
          .update();
    }
  }

  private record Stored(
      boolean hasThisSecret,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      ApiClient client) {}

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        instant(row, "created_at"),
        instantOrNull(row, "expires_at"),
        instantOrNull(row, "last_used_at"));
  }
}
