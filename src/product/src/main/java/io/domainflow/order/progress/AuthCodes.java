package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.SealedColumn;
import io.domainflow.account.SecretVault;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.ProvisioningOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The auth codes of orders, encrypted, until they are handed over: each to the login that reads it
 * first. Because an answer may be lost, that login may read it again for {@link #AGAIN}.
 */
@Repository
public class AuthCodes {

  /** How long the login that has read a code may read it again. */
  public static final Duration AGAIN = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final OrderEvents events;
  private final SecretVault vault;
  private final Clock clock;

  AuthCodes(JdbcClient jdbc, OrderEvents events, SecretVault vault, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * A code for its reader.
   *
   * @param validUntil when it expires at the registry; null if it does not
   */
  public record HandedOver(AuthCode code, @Nullable Instant validUntil) {}

  /**
   * Stores the code of an order, replacing an earlier one that nobody can have read.
   *
   * @param validUntil when it expires at the registry; null if it does not
   * @param keptUntil until when it can be read here
   */
  public void keep(UUID order, AuthCode code, @Nullable Instant validUntil, Instant keptUntil) {
    jdbc.sql(
            """
            insert into order_issued_code (order_id, issued_at, code_sealed, valid_until,
              kept_until)
            values (:order, :now, :code, :valid, :kept)
            on conflict (order_id) do update
            set issued_at = excluded.issued_at, code_sealed = excluded.code_sealed,
                valid_until = excluded.valid_until, kept_until = excluded.kept_until
            """)
        .param("order", order)
        .param("now", utc(clock.instant()))
        .param("code", vault.seal(code.reveal(), SealedColumn.ISSUED_CODE.place(order)))
        .param("valid", utc(validUntil))
        .param("kept", utc(keptUntil))
        .update();
  }

  /**
   * Returns the code of an order to the login that reads it first, and to the same login again for
   * a while. Empty if it has expired, was read by a different login, or there is none. The first
   * reading is recorded with the order.
   */
  @Transactional
  public Optional<HandedOver> handOver(UUID order, String login) {
    Instant now = clock.instant();
    boolean[] first = new boolean[1];
    Optional<HandedOver> code =
        jdbc.sql(
                """
            update order_issued_code
            set read_at = coalesce(read_at, :now), read_by = coalesce(read_by, :login)
            where order_id = :order and code_sealed is not null and kept_until > :now
              and (read_by is null or read_by = :login and read_at > :since)
            returning code_sealed, valid_until, read_at = :now as first
            """)
            .param("order", order)
            .param("login", login)
            .param("now", utc(now))
            .param("since", utc(now.minus(AGAIN)))
            .query(
                (row, n) -> {
                  first[0] = row.getBoolean("first");
                  return opened(row, order);
                })
            .optional();
    if (first[0]) {
      events.note(order, Kind.AUTH_CODE_READ, null, login);
    }
    return code;
  }

  private HandedOver opened(ResultSet row, UUID order) throws SQLException {
    return new HandedOver(
        AuthCode.of(vault.open(row.getBytes("code_sealed"), SealedColumn.ISSUED_CODE.place(order))),
        instantOrNull(row, "valid_until"));
  }

  /** Deletes the code of an order that no longer needs it. */
  public void forget(UUID order) {
    jdbc.sql("update order_issued_code set code_sealed = null where order_id = :order")
        .param("order", order)
        .update();
  }

  /**
   * The progress of an order.
   *
   * @param unlocked whether the transfer lock is, or may be, open because of it
   * @param pendingSince since when the registry has had to create a code; null if it has not
   * @param endsAt until when the name can leave; null before that is known
   * @param voids whether the code is invalidated then
   * @param issued whether a code was issued here
   */
  public record Course(
      boolean unlocked,
      @Nullable Instant pendingSince,
      @Nullable Instant endsAt,
      boolean voids,
      boolean issued) {

    /**
     * Whether the lock has to be set again, or the code invalidated, if the name has not left by
     * then.
     */
    public boolean isToUndo() {
      return unlocked || voids || issued;
    }
  }

  /** The progress of an order. */
  public Course course(UUID order) {
    return jdbc.sql(
            """
            select c.*, exists (
              select 1 from order_issued_code i where i.order_id = c.order_id) as issued
            from order_code_course c where c.order_id = :order
            """)
        .param("order", order)
        .query(
            (row, n) ->
                new Course(
                    row.getBoolean("unlocked"),
                    instantOrNull(row, "pending_since"),
                    instantOrNull(row, "ends_at"),
                    row.getBoolean("voids"),
                    row.getBoolean("issued")))
        .optional()
        .orElse(new Course(false, null, null, false, false));
  }

  /**
   * Until when a domain name can leave with what an order has issued, locked until the transaction
   * ends: {@link #endNow} either comes before, or waits until the order's process has begun to wait
   * for this time and can be woken.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Instant lockedEnd(UUID order) {
    return jdbc.sql(
            "select ends_at from order_code_course where order_id = :order for no key update")
        .param("order", order)
        .query((row, n) -> instant(row, "ends_at"))
        .single();
  }

  /** Records whether the transfer lock is, or may be, open because of an order. */
  public void unlocked(UUID order, boolean unlocked) {
    jdbc.sql(
            """
            insert into order_code_course (order_id, unlocked) values (:order, :unlocked)
            on conflict (order_id) do update set unlocked = excluded.unlocked
            """)
        .param("order", order)
        .param("unlocked", unlocked)
        .update();
  }

  /** Records that the registry has yet to create a code; the time of the first call is kept. */
  public void pending(UUID order) {
    jdbc.sql(
            """
            insert into order_code_course (order_id, pending_since) values (:order, :now)
            on conflict (order_id) do update
            set pending_since = coalesce(order_code_course.pending_since, excluded.pending_since)
            """)
        .param("order", order)
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * Records until when the name can leave.
   *
   * @param voids whether the code is invalidated then
   */
  public void ends(UUID order, Instant at, boolean voids) {
    jdbc.sql(
            """
            insert into order_code_course (order_id, ends_at, voids) values (:order, :at, :voids)
            on conflict (order_id) do update
            set ends_at = excluded.ends_at, voids = excluded.voids, pending_since = null
            """)
        .param("order", order)
        .param("at", utc(at))
        .param("voids", voids)
        .update();
  }

  /**
   * Records the attempt to protect the name again.
   *
   * @param open whether the registrar refused to set the lock
   * @param refusal the registrar's message when it refused that, or to invalidate the code; null if
   *     it did not
   */
  public void protectedAgain(UUID order, boolean open, @Nullable String refusal) {
    jdbc.sql(
            """
            update order_code_course set unlocked = unlocked and :open, refusal = :refusal
            where order_id = :order
            """)
        .param("order", order)
        .param("open", open)
        .param("refusal", refusal)
        .update();
  }

  /**
   * Takes over what earlier orders for the same name have to undo, so that none of them interferes
   * with this one.
   *
   * @return whether the transfer lock is open because of one of them
   */
  public boolean takeOver(UUID order) {
    return jdbc.sql(
            """
            with earlier as (
              select c.order_id, c.unlocked from order_code_course c
              join provisioning_order p on p.id = c.order_id
              join provisioning_order o on o.account = p.account and o.domain = p.domain
              where o.id = :order and p.id <> o.id and p.status = 'COMPLETED'
                and (c.unlocked or c.voids)),
            mine as (
              update order_code_course c set unlocked = true
              where c.order_id = :order and exists (select 1 from earlier where unlocked)
              returning 1),
            theirs as (
              update order_code_course c set unlocked = false, voids = false
              from earlier e where c.order_id = e.order_id)
            select exists (select 1 from mine)
            """)
        .param("order", order)
        .query(Boolean.class)
        .single();
  }

  /** Records that a name has left, so that nothing has to be undone any longer. */
  public void gone(String account, DomainName domain) {
    jdbc.sql(
            """
            update order_code_course c set unlocked = false, voids = false
            from provisioning_order o
            where o.id = c.order_id and o.account = :account and o.domain = :domain
              and (c.unlocked or c.voids)
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
  }

  /** Records that another order determines the transfer lock of the name from now on. */
  public void lockOrdered(UUID order) {
    jdbc.sql(
            """
            update order_code_course c set unlocked = false
            from provisioning_order p, provisioning_order o
            where p.id = c.order_id and p.id <> o.id and o.id = :order
              and p.account = o.account and p.domain = o.domain and p.status = 'COMPLETED'
            """)
        .param("order", order)
        .update();
  }

  /** The orders for a name that got a code. */
  public List<UUID> issued(String account, DomainName domain) {
    return jdbc.sql(
            """
            select o.id from provisioning_order o join order_issued_code c on c.order_id = o.id
            where o.account = :account and o.domain = :domain
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query(UUID.class)
        .list();
  }

  /** The other orders for the same name whose code differs and has not been read yet. */
  public List<UUID> others(ProvisioningOrder order, AuthCode code) {
    return jdbc
        .sql(
            """
            select c.order_id, c.code_sealed, c.valid_until
            from order_issued_code c join provisioning_order o on o.id = c.order_id
            where o.account = :account and o.domain = :domain and o.id <> :order
              and c.code_sealed is not null
            """)
        .param("account", order.content().account())
        .param("domain", order.content().domain().ascii())
        .param("order", order.id())
        .query((row, n) -> Map.entry(id(row), opened(row, id(row)).code()))
        .list()
        .stream()
        .filter(other -> !other.getValue().reveal().equals(code.reveal()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject("order_id", UUID.class);
  }

  /**
   * Records that a name has to be protected again at once, and that a code that may have been read
   * is invalidated, because the name has a new owner or may not leave.
   */
  public void endNow(String account, DomainName domain) {
    jdbc.sql(
            """
            update order_code_course c
            set ends_at = least(c.ends_at, :now),
                voids = exists (select 1 from order_issued_code i where i.order_id = c.order_id)
            from provisioning_order o
            where o.id = c.order_id and o.account = :account and o.domain = :domain
              and (c.ends_at > :now or c.unlocked)
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * Records whether the registrant was informed.
   *
   * @param whyNot null if the mail was sent
   */
  public void recordMail(UUID order, @Nullable String whyNot) {
    jdbc.sql(
            """
            insert into order_code_course (order_id, holder_told_at, not_told)
            values (:order, :at, :why)
            on conflict (order_id) do update
            set holder_told_at = excluded.holder_told_at, not_told = excluded.not_told
            """)
        .param("order", order)
        .param("at", whyNot == null ? utc(clock.instant()) : null)
        .param("why", whyNot)
        .update();
  }

  /** Deletes codes that can no longer be read. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void forgetOld() {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update order_issued_code set code_sealed = null
            where code_sealed is not null and (kept_until <= :now or read_at <= :since)
            """)
        .param("now", utc(now))
        .param("since", utc(now.minus(AGAIN)))
        .update();
  }
}
