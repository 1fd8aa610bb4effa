package io.domainflow.client;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.ActiveLogins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The API clients in the database. */
@Repository
public class ApiClients implements ActiveLogins {

  private static final String SELECT = "select * from api_client ";
  private static final String BY_NAME = SELECT + "where name = :name ";
  private static final String KEEP = "for key share";

  private final JdbcClient jdbc;
  private final Clock clock;

  ApiClients(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All clients by name. */
  public List<ApiClient> all() {
    return jdbc.sql(SELECT + "order by name").query((row, n) -> client(row)).list();
  }

  /** The client of this name, if there is one. */
  public Optional<ApiClient> find(String name) {
    return find(name, "");
  }

  /**
   * Like {@link #find}; in addition, the client cannot be removed before the current transaction
   * ends.
   */
  public Optional<ApiClient> keep(String name) {
    return find(name, KEEP);
  }

  /** Locks a group until the transaction ends: nobody else can end it, or assign anything to it. */
  public void holdGroup(String group) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('group/' || :group))")
        .param("group", group)
        .query(row -> {});
  }

  /** The clients of a group by name, including disabled ones. */
  public List<ApiClient> inGroup(String group) {
    return jdbc.sql(SELECT + "where client_group = :group order by name")
        .param("group", group)
        .query((row, n) -> client(row))
        .list();
  }

  /** Like {@link #find}, and locks the client until the transaction ends. */
  public Optional<ApiClient> lock(String name) {
    return find(name, "for update");
  }

  /**
   * The scope of a login. A login that is not a client may do everything that its groups allow; a
   * disabled or removed client may do nothing.
   */
  public Scope scopeOf(String login) {
    return scopeOf(login, "");
  }

  /**
   * Like {@link #scopeOf}; in addition, the client cannot be removed before the current transaction
   * ends.
   */
  public Scope scopeForOrder(String login) {
    return scopeOf(login, KEEP);
  }

  /** How many orders of a login may be open at a time; empty for the default. */
  public Optional<Integer> openOrdersOf(String login) {
    return ApiClient.isLogin(login)
        ? find(ApiClient.nameOf(login)).map(ApiClient::openOrders)
        : Optional.empty();
  }

  @Override
  public boolean isActive(String login) {
    return !ApiClient.isLogin(login) || active(login, KEEP).isPresent();
  }

  private Scope scopeOf(String login, String lock) {
    if (!ApiClient.isLogin(login)) {
      return Scope.EVERYTHING;
    }
    return active(login, lock).map(ApiClient::scope).orElse(Scope.NOTHING);
  }

  private Optional<ApiClient> active(String login, String lock) {
    return find(ApiClient.nameOf(login), lock)
        .filter(client -> client.state() == ClientState.ACTIVE);
  }

  /**
   * Stores a new client.
   *
   * @return false if there already is one with that name; nothing is stored then
   */
  public boolean insert(ApiClient client) {
    String sql =
        """
        insert into api_client (name, description, client_group, accounts, operations,
          requests_per_minute, open_orders, state, created_at)
        values (:name, :description, :group, :accounts, :operations, :requestsPerMinute,
          :openOrders, :state, :createdAt)
        on conflict do nothing
        """;
    return write(sql, client).param("createdAt", utc(client.createdAt())).update() == 1;
  }

  /** Replaces the client with that name. */
  public void update(ApiClient client) {
    String sql =
        """
        update api_client
        set description = :description, client_group = :group, accounts = :accounts,
          operations = :operations, requests_per_minute = :requestsPerMinute, state = :state,
          changed_at = case
            when client_group is distinct from cast(:group as text)
              or accounts <> cast(:accounts as text[])
              or operations <> cast(:operations as text[]) or state <> :state
            then cast(:now as timestamptz) else changed_at end
        where name = :name
        """;
    write(sql, client).param("now", utc(clock.instant())).update();
  }

  /** When the rights or the group of a client last changed, or it was disabled or enabled. */
  public Optional<Instant> changedAt(String name) {
    return jdbc.sql(
            "select changed_at from api_client where name = :name and changed_at is not null")
        .param("name", name)
        .query((row, n) -> instant(row, "changed_at"))
        .optional();
  }

  private JdbcClient.StatementSpec write(String sql, ApiClient client) {
    return jdbc.sql(sql)
        .param("name", client.name())
        .param("description", client.description())
        .param("group", client.group())
        .param("accounts", client.scope().accounts().toArray(String[]::new))
        .param("operations", client.scope().operations().toArray(String[]::new))
        .param("requestsPerMinute", client.requestsPerMinute())
        .param("openOrders", client.openOrders())
        .param("state", client.state().name());
  }

  /** Removes a client and its tokens. */
  public void delete(String name) {
    jdbc.sql("delete from api_client where name = :name").param("name", name).update();
  }

  private Optional<ApiClient> find(String name, String lock) {
    return jdbc.sql(BY_NAME + lock).param("name", name).query((row, n) -> client(row)).optional();
  }

  static ApiClient client(ResultSet row) throws SQLException {
    return new ApiClient(
        row.getString("name"),
        row.getString("description"),
        row.getString("client_group"),
        new Scope(names(row, "accounts"), names(row, "operations")),
        row.getObject("requests_per_minute", Integer.class),
        row.getObject("open_orders", Integer.class),
        ClientState.valueOf(row.getString("state")),
        instant(row, "created_at"));
  }

  private static List<String> names(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
