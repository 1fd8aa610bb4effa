package io.domainflow.callback;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.SealedColumn;
import io.domainflow.account.SecretVault;
import io.domainflow.model.ActiveLogins;
import io.domainflow.model.LoginListener;
import io.domainflow.model.Resettable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The endpoints in the database, with their secrets. */
@Repository
public class Endpoints implements Resettable, LoginListener {

  /** Maximum number of endpoints per login. */
  public static final int MOST = 10;

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final ActiveLogins logins;
  private final EndpointEscalation desk;
  private final RelaySignal bell;
  private final Clock clock;

  Endpoints(
      JdbcClient jdbc,
      SecretVault vault,
      ActiveLogins logins,
      EndpointEscalation desk,
      RelaySignal bell,
      Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.logins = logins;
    this.desk = desk;
    this.bell = bell;
    this.clock = clock;
  }

  /**
   * An endpoint with its secret, which is shown only once.
   *
   * @param secret {@code whsec_} and base64
   */
  public record WithSecret(WebhookEndpoint endpoint, String secret) {

    @Override
    public String toString() {
      return "WithSecret[" + endpoint.id() + "]";
    }
  }

  /**
   * Adds an endpoint, unless its owner has the maximum number.
   *
   * @return empty if so
   * @throws AccessDeniedException if the login was removed or disabled just now
   */
  @Transactional
  public Optional<WithSecret> add(String owner, EndpointContent content) {
    if (!logins.isActive(owner)) {
      throw new AccessDeniedException("the login may no longer be used");
    }
    // two concurrent additions must not exceed the maximum
    jdbc.sql("select pg_advisory_xact_lock(hashtext('webhook_endpoint'), hashtext(:owner))")
        .param("owner", owner)
        .query((row, n) -> owner)
        .single();
    if (list(owner).size() >= MOST) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    content(
            jdbc.sql(
                """
                insert into webhook_endpoint
                  (id, owner, url, types, description, state, created_at, updated_at)
                values (:id, :owner, :url, :types, :description, :state, :now, :now)
                """),
            id,
            content)
        .param("owner", owner)
        .update();
    return Optional.of(new WithSecret(find(id).orElseThrow(), addSecret(id)));
  }

  /**
   * Changes an endpoint. If it is enabled again, waiting deliveries are tried at once.
   *
   * @param change creates the new endpoint from the current one, which is locked meanwhile
   * @return empty if there is none
   */
  @Transactional
  public Optional<WebhookEndpoint> change(
      UUID id, Function<WebhookEndpoint, EndpointContent> change) {
    Optional<WebhookEndpoint> before = lock(id);
    if (before.isEmpty()) {
      return before;
    }
    EndpointContent content = change.apply(before.get());
    content(
            jdbc.sql(
                """
                update webhook_endpoint set url = :url, types = :types,
                  description = :description, state = :state, updated_at = :now,
                  reason = case when :state = 'DISABLED' then reason end
                where id = :id
                """),
            id,
            content)
        .update();
    if (before.get().state() != WebhookEndpoint.State.ACTIVE
        && content.state() == WebhookEndpoint.State.ACTIVE) {
      tryAtOnce(id);
    }
    return find(id);
  }

  /**
   * Disables an endpoint.
   *
   * @param reason for people
   */
  @Transactional
  public void disable(UUID id, String reason) {
    jdbc.sql(
            """
            update webhook_endpoint set state = 'DISABLED', reason = :reason, updated_at = :now
            where id = :id
            """)
        .param("reason", reason)
        .param("now", now())
        .param("id", id)
        .update();
  }

  /** Enables an endpoint that is disabled. */
  @Transactional
  public void enable(UUID id) {
    jdbc.sql(
            """
            update webhook_endpoint set state = 'ACTIVE', reason = null, updated_at = :now
            where id = :id and state = 'DISABLED'
            """)
        .param("now", now())
        .param("id", id)
        .update();
    tryAtOnce(id);
  }

  /**
   * Removes an endpoint together with its pending deliveries.
   *
   * @return false if there is none
   */
  @Transactional
  public boolean remove(UUID id) {
    boolean removed =
        jdbc.sql("delete from webhook_endpoint where id = :id").param("id", id).update() == 1;
    if (removed) {
      desk.close(id);
    }
    return removed;
  }

  /**
   * Creates a new secret. The previous one also stays valid for a while; older ones expire now.
   *
   * @return {@code whsec_} and base64
   */
  @Transactional
  public String newSecret(UUID id, Duration keepOldFor) {
    lock(id);
    jdbc.sql("delete from webhook_secret where endpoint_id = :id and valid_until is not null")
        .param("id", id)
        .update();
    jdbc.sql("update webhook_secret set valid_until = :until where endpoint_id = :id")
        .param("until", utc(clock.instant().plus(keepOldFor)))
        .param("id", id)
        .update();
    return addSecret(id);
  }

  /** An endpoint by its id. */
  public Optional<WebhookEndpoint> find(UUID id) {
    return jdbc.sql("select * from webhook_endpoint where id = :id")
        .param("id", id)
        .query((row, n) -> endpoint(row))
        .optional();
  }

  /**
   * The endpoints of a login, oldest first.
   *
   * @param owner null for those of all logins
   */
  public List<WebhookEndpoint> list(@Nullable String owner) {
    return jdbc.sql(
            """
            select * from webhook_endpoint where :owner::text is null or owner = :owner
            order by created_at, id
            """)
        .param("owner", owner)
        .query((row, n) -> endpoint(row))
        .list();
  }

  /** The secrets that are valid now, the newest first. */
  List<WebhookSecret> secrets(UUID id) {
    return jdbc.sql(
            """
            select id, secret_sealed from webhook_secret
            where endpoint_id = :id and (valid_until is null or valid_until > :now)
            order by valid_until desc nulls first
            """)
        .param("id", id)
        .param("now", now())
        .query(
            (row, n) ->
                new WebhookSecret(
                    vault.open(
                        row.getBytes("secret_sealed"),
                        SealedColumn.WEBHOOK_SECRET.place(row.getObject("id")))))
        .list();
  }

  /**
   * Locks an endpoint against changes until the end of the transaction. Announcing an event to it
   * does not wait.
   */
  Optional<WebhookEndpoint> lock(UUID id) {
    return jdbc.sql("select * from webhook_endpoint where id = :id for no key update")
        .param("id", id)
        .query((row, n) -> endpoint(row))
        .optional();
  }

  /** Events that happen while the login is disabled are sent afterwards. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void loginChanged(String login, boolean active) {
    int changed =
        jdbc.sql(
                """
                update webhook_endpoint set owner_active = :active
                where owner = :owner and owner_active <> :active
                """)
            .param("active", active)
            .param("owner", login)
            .update();
    if (changed > 0) {
      bell.ringAfterCommit();
    }
  }

  /**
   * Its webhooks stay, but without the events that they were sent or still have to be sent: these
   * are about the group's names and orders.
   */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void loginLeftGroup(String login) {
    jdbc.sql(
            """
            delete from webhook_delivery d using webhook_endpoint e
            where e.id = d.endpoint_id and e.owner = :owner
            """)
        .param("owner", login)
        .update();
  }

  /** The next client with that name must not get the events of this one, and vice versa. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void loginRemoved(String login) {
    list(login).forEach(endpoint -> remove(endpoint.id()));
  }

  /** A reset of the sandbox announces nothing. */
  @Override
  public void startOver() {
    jdbc.sql("delete from webhook_endpoint").update();
    jdbc.sql("delete from webhook_event").update();
  }

  private void tryAtOnce(UUID id) {
    jdbc.sql(
            """
            update webhook_delivery set next_try_at = :now
            where endpoint_id = :id and state = 'PENDING'
            """)
        .param("now", now())
        .param("id", id)
        .update();
    bell.ringAfterCommit();
  }

  private String addSecret(UUID endpoint) {
    WebhookSecret secret = WebhookSecret.random();
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into webhook_secret (id, endpoint_id, secret_sealed, created_at)
            values (:id, :endpoint, :sealed, :now)
            """)
        .param("id", id)
        .param("endpoint", endpoint)
        .param("sealed", vault.seal(secret.text(), SealedColumn.WEBHOOK_SECRET.place(id)))
        .param("now", now())
        .update();
    return secret.text();
  }

  private JdbcClient.StatementSpec content(
      JdbcClient.StatementSpec statement, UUID id, EndpointContent content) {
    return statement
        .param("id", id)
        .param("url", content.url())
        .param(
            "types",
            content.types() == null
                ? null
                : content.types().stream().map(EventType::text).toArray(String[]::new))
        .param("description", content.description())
        .param("state", content.state().name())
        .param("now", now());
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static WebhookEndpoint endpoint(ResultSet row) throws SQLException {
    Array types = row.getArray("types");
    return new WebhookEndpoint(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        row.getString("url"),
        types == null
            ? null
            // types that this version does not know are not sent by it
            : Arrays.stream((String[]) types.getArray())
                .flatMap(text -> EventType.of(text).stream())
                .toList(),
        row.getString("description"),
        WebhookEndpoint.State.valueOf(row.getString("state")),
        row.getString("reason"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        instantOrNull(row, "failing_since"),
        row.getString("last_error"));
  }
}
