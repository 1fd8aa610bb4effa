package io.domainflow.registrar;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Mutation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal of commands that change something at the registrar, with their outcomes. An entry is
 * committed before its command is sent; an unresolved entry found later means: check before you
 * send.
 */
@Repository
public class CommandJournal {

  private final JdbcClient jdbc;
  private final Clock clock;

  CommandJournal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Returns the entry of this order and command whose outcome is open or was success, marked as in
   * doubt; else a new one. Commit before you send the command.
   *
   * @param commandName the registrar's name of the command to be sent
   * @return empty while another order is changing the same name through the same account
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Intent> intend(
      UUID orderId, String account, Mutation<?> command, String commandName) {
    return earlier(orderId, command.name())
        .or(() -> insert(orderId, account, command, commandName))
        .or(
            () ->
                abandon(account, command.object())
                    ? insert(orderId, account, command, commandName)
                    : Optional.empty());
  }

  /** The commands sent for an order, oldest first. */
  public List<JournalEntry> of(UUID orderId) {
    return jdbc.sql(
            """
            select command, said_as, state, intended_at, coalesce(resolved_at, doubt_since) as decided_at, code
            from command_journal where order_id = :order order by id
            """)
        .param("order", orderId)
        .query(
            (row, n) ->
                new JournalEntry(
                    row.getString("command"),
                    row.getString("said_as"),
                    row.getString("state"),
                    instant(row, "intended_at"),
                    instantOrNull(row, "decided_at"),
                    row.getObject("code", Integer.class)))
        .list();
  }

  /** Closes an attempt that was proved not to have been executed and opens the next one. */
  @Transactional
  Intent renew(Intent notExecuted, Mutation<?> command, String commandName) {
    notExecuted(notExecuted);
    return insert(notExecuted.orderId(), notExecuted.account(), command, commandName)
        .or(() -> openedAfter(notExecuted))
        .orElseThrow(() -> new Unavailable("another order is changing the same name", false));
  }

  // The commit of this very renewal may have succeeded without an answer.
  private Optional<Intent> openedAfter(Intent earlier) {
    return jdbc.sql(
            """
            select * from command_journal
            where order_id = :order and command = :command and state = 'INTENDED' and id > :id
            """)
        .param("order", earlier.orderId())
        .param("command", earlier.command())
        .param("id", earlier.id())
        .query((row, n) -> intent(row, false))
        .optional();
  }

  /**
   * Records that a command was sent and its outcome is unknown.
   *
   * @param reason why, without personal data
   */
  @Transactional
  public void inDoubt(Intent intent, String reason) {
    jdbc.sql(
            """
            update command_journal
            set state = 'IN_DOUBT', doubt_since = coalesce(doubt_since, :now),
                description = coalesce(description, :reason)
            where order_id = :order and command = :command and state in ('INTENDED', 'IN_DOUBT')
            """)
        .param("order", intent.orderId())
        .param("command", intent.command())
        .param("reason", reason)
        .param("now", now())
        .update();
  }

  /**
   * Records that the command was executed.
   *
   * @return whether its outcome was still open
   */
  @Transactional
  public boolean executed(Intent intent) {
    return resolve(intent, "EXECUTED", null, null);
  }

  /**
   * Records that an executed command of an order has since failed, so that the order may send it
   * again. Call it only after this was read at the registrar.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void undone(UUID orderId, Class<? extends Mutation<?>> command) {
    jdbc.sql(
            """
            update command_journal set state = 'UNDONE', booking_due_at = null
            where order_id = :order and command = :command and state = 'EXECUTED'
            """)
        .param("order", orderId)
        .param("command", Command.nameOf(command))
        .update();
  }

  /**
   * Whether an order has paid for another command. Commands that have since failed do not count.
   *
   * @param command name of the current command, which does not count either: its earlier attempt
   *     had no effect, or it would not be repeated
   */
  public boolean hasPaidForAnother(UUID orderId, String command) {
    return jdbc.sql(
            """
            select exists (
              select 1 from command_journal
              where order_id = :order and costs_money and state = 'EXECUTED'
                and command <> :command)
            """)
        .param("order", orderId)
        .param("command", command)
        .query(Boolean.class)
        .single();
  }

  /** Records that the registrar refused the command. */
  @Transactional
  public void refused(Intent intent, int code, String description) {
    resolve(intent, "REFUSED", code, description);
  }

  /**
   * Records that this attempt was certainly not executed. It says nothing about a later attempt,
   * which another node may have begun.
   */
  @Transactional
  public void notExecuted(Intent intent) {
    jdbc.sql(
            """
            update command_journal set state = 'NOT_EXECUTED', resolved_at = :now
            where id = :id and state in ('INTENDED', 'IN_DOUBT')
            """)
        .param("id", intent.id())
        .param("now", now())
        .update();
  }

  /**
   * Removes an attempt that never left this machine: nobody needs to know how often a command was
   * held back before it was sent.
   */
  @Transactional
  public void withdraw(Intent intent) {
    jdbc.sql("delete from command_journal where id = :id and state = 'INTENDED'")
        .param("id", intent.id())
        .update();
  }

  /**
   * Records that a command that may be repeated is about to be sent for an open order, which cannot
   * be cancelled until {@link #answered}. Commit before you send the command.
   *
   * @return whether nothing was on record before
   * @throws Unavailable if the order was cancelled: nothing may be sent for it
   */
  @Transactional
  public boolean sends(UUID orderId) {
    String open = "status in ('IN_PROGRESS', 'WAITING')";
    String mark = "update provisioning_order set unanswered = true where id = :order and not";
    if (jdbc.sql(mark + " unanswered and " + open).param("order", orderId).update() > 0) {
      return true;
    }
    String cancelled = "select status = 'CANCELLED' from provisioning_order where id = :order";
    if (jdbc.sql(cancelled).param("order", orderId).query(Boolean.class).single()) {
      throw new Unavailable("the order was cancelled", false);
    }
    return false;
  }

  /** Records that it is known what the commands that may be repeated have done for an order. */
  @Transactional
  public void answered(UUID orderId) {
    jdbc.sql("update provisioning_order set unanswered = false where id = :order and unanswered")
        .param("order", orderId)
        .update();
  }

  /**
   * Whether an order has a command whose outcome is unknown, at the registrar or about to be sent.
   */
  public boolean isOpen(UUID orderId) {
    return jdbc.sql(
            """
            select exists (select 1 from command_journal
                where order_id = :order and state in ('INTENDED', 'IN_DOUBT'))
              or exists (select 1 from provisioning_order where id = :order and unanswered)
            """)
        .param("order", orderId)
        .query(Boolean.class)
        .single();
  }

  /** Whether a command of an order may have been executed, or was. */
  public boolean mayBeExecuted(UUID orderId, String command) {
    return jdbc.sql(
            """
            select exists (select 1 from command_journal
              where order_id = :order and command = :command
                and state in ('INTENDED', 'IN_DOUBT', 'EXECUTED'))
            """)
        .param("order", orderId)
        .param("command", command)
        .query(Boolean.class)
        .single();
  }

  // By order and command, not by id: a second attempt may have followed an unknown outcome.
  private boolean resolve(
      Intent intent, String state, @Nullable Integer code, @Nullable String description) {
    return jdbc.sql(
                """
            update command_journal
            set state = :state, code = :code, description = :description, resolved_at = :now,
                booking_due_at = case when :state = 'EXECUTED' and costs_money
                  then greatest(cast(:bookingDue as timestamptz), charged_at) end
            where order_id = :order and command = :command and state in ('INTENDED', 'IN_DOUBT')
            """)
            .param("order", intent.orderId())
            .param("command", intent.command())
            .param("state", state)
            .param("code", code)
            .param("description", description)
            .param("now", now())
            .param("bookingDue", now().plus(Bookings.BOOKED_WITHIN))
            .update()
        > 0;
  }

  // Marks the outcome of what an ended order left open: for probes it stays unknown, but no other
  // command waits for it.
  private boolean abandon(String account, String object) {
    return jdbc.sql(
                """
                update command_journal entry set state = 'ABANDONED', resolved_at = :now
                where account = :account and object = :object
                  and state in ('INTENDED', 'IN_DOUBT')
                  and not exists (
                    select 1 from provisioning_order o
                    where o.id = entry.order_id and o.status in ('IN_PROGRESS', 'WAITING'))
                """)
            .param("now", now())
            .param("account", account)
            .param("object", object)
            .update()
        > 0;
  }

  private Optional<Intent> earlier(UUID orderId, String command) {
    return jdbc.sql(
            """
            select * from command_journal
            where order_id = :order and command = :command
              and state in ('INTENDED', 'IN_DOUBT', 'EXECUTED')
            order by id desc limit 1
            """)
        .param("order", orderId)
        .param("command", command)
        .query((row, n) -> intent(row, true))
        .optional();
  }

  private static Intent intent(ResultSet row, boolean inDoubt) throws SQLException {
    return new Intent(
        row.getLong("id"),
        row.getObject("order_id", UUID.class),
        row.getString("account"),
        row.getString("command"),
        row.getString("said_as"),
        instant(row, "intended_at"),
        inDoubt,
        instantOrNull(row, "doubt_since"),
        row.getString("description"));
  }

  /**
   * Whether recent commands of other orders concern the same object.
   *
   * @param commandNames the registrar's names of the commands that could have caused what was found
   */
  public Claim claimOfOthers(
      Intent intent, Set<String> commandNames, String object, Instant since) {
    return jdbc.sql(
            """
            select state = 'EXECUTED' as executed from command_journal
            where said_as in (:commandNames) and object = :object and order_id <> :order
              and (state in ('INTENDED', 'IN_DOUBT', 'ABANDONED')
                or (state = 'EXECUTED' and resolved_at >= :since))
            order by executed desc limit 1
            """)
        .param("commandNames", commandNames)
        .param("object", object)
        .param("order", intent.orderId())
        .param("since", utc(since))
        .query(Boolean.class)
        .optional()
        .map(executed -> executed ? Claim.EXECUTED : Claim.OPEN)
        .orElse(Claim.NONE);
  }

  /** Whether a trace at the registrar may belong to another order. */
  public enum Claim {
    NONE,
    /** Another order may have caused it. */
    OPEN,
    /** Another order has caused it. */
    EXECUTED
  }

  private Optional<Intent> insert(
      UUID orderId, String account, Mutation<?> command, String commandName) {
    OffsetDateTime now = now();
    return jdbc.sql(
            """
            insert into command_journal
              (order_id, account, command, said_as, object, costs_money, state, intended_at)
            values (:order, :account, :command, :commandName, :object, :costsMoney, 'INTENDED', :now)
            on conflict (account, object) where state in ('INTENDED', 'IN_DOUBT') do nothing
            returning id
            """)
        .param("order", orderId)
        .param("account", account)
        .param("command", command.name())
        .param("commandName", commandName)
        .param("object", command.object())
        .param("costsMoney", command.costsMoney())
        .param("now", now)
        .query(Long.class)
        .optional()
        .map(
            id ->
                new Intent(
                    id,
                    orderId,
                    account,
                    command.name(),
                    commandName,
                    now.toInstant(),
                    false,
                    null,
                    null));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}
