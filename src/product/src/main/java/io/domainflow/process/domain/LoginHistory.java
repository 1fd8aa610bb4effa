package io.domainflow.process.domain;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ClientTokens;
import io.domainflow.client.Token;
import io.domainflow.order.content.Operation;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collects what is known about a login that orders an auth code. */
@Component
public class LoginHistory {

  /** A person whose first order is older than this counts as known. */
  private static final Duration KNOWN_AFTER = Duration.ofDays(3);

  private final ApiClients clients;
  private final ClientTokens tokens;
  private final JdbcClient jdbc;

  LoginHistory(ApiClients clients, ClientTokens tokens, JdbcClient jdbc) {
    this.clients = clients;
    this.tokens = tokens;
    this.jdbc = jdbc;
  }

  /**
   * When a login was last created or changed: for an API client, when it or a token was created, it
   * got other permissions or another group, or was enabled again; for a person, what the engine has
   * logged about the user and its groups, or else the time of the first order here. Empty if
   * nothing is known: the engine may not learn about changes in a directory.
   *
   * @param by only orders long before this time count
   */
  public Optional<Instant> changedAt(String login, Instant by) {
    return ApiClient.isLogin(login) ? ofClient(ApiClient.nameOf(login)) : ofPerson(login, by);
  }

  private Optional<Instant> ofClient(String client) {
    return Stream.of(
            clients.find(client).map(ApiClient::createdAt).stream(),
            clients.changedAt(client).stream(),
            tokens.of(client).stream().map(Token::createdAt))
        .flatMap(times -> times)
        .filter(Objects::nonNull)
        .max(Instant::compareTo);
  }

  private Optional<Instant> ofPerson(String login, Instant by) {
    return time(
            """
            select max(timestamp_) from act_hi_op_log
            where entity_type_ in ('User', 'GroupMembership', 'Group membership')
              and property_ = 'userId' and :login in (new_value_, org_value_)
            """,
            login)
        .or(
            () ->
                time("select min(created_at) from provisioning_order where login = :login", login)
                    .filter(since -> since.isBefore(by.minus(KNOWN_AFTER))));
  }

  private Optional<Instant> time(String sql, String login) {
    return jdbc.sql(sql)
        .param("login", login)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  /** How many auth codes a login has ordered in the 24 hours before. */
  public int codesOrdered(String login, Instant before) {
    OffsetDateTime since = utc(before.minus(Duration.ofDays(1)));
    return jdbc.sql(
            """
            select count(*) from provisioning_order
            where login = :login and operation = :operation and created_at > :since
            """)
        .param("login", login)
        .param("operation", Operation.AUTH_CODE.name())
        .param("since", since)
        .query(Integer.class)
        .single();
  }
}
