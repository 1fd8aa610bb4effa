package io.domainflow.sandbox.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandSyntax;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.LedgerEntry;
import io.domainflow.sandbox.stored.LogEntry;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what was executed: in the ledger for the tester, in the object log for the caller. */
@Component("sandboxLedger")
@ConditionalOnSandbox
public class Ledger {

  private final CommandSyntax syntax;

  Ledger(CommandSyntax syntax) {
    this.syntax = syntax;
  }

  /** Adds an executed mutation and charges its price, in the account's currency, to the account. */
  public void record(
      ReceivedCommand call,
      String command,
      @Nullable String domain,
      BigDecimal price,
      Instant at,
      Transaction transaction) {
    record(call, command, domain, price, currency(call.account(), transaction), at, transaction);
  }

  /** Adds an executed mutation and charges its price, in any currency, to the account. */
  public void record(
      ReceivedCommand call,
      String command,
      @Nullable String domain,
      BigDecimal price,
      String currency,
      Instant at,
      Transaction transaction) {
    add(
        call.account(),
        call.role(),
        command,
        domain,
        syntax.masked(command, call.parameters()),
        price,
        currency,
        at,
        transaction);
  }

  /** Whether an account can pay a price from its balance and credit. */
  public static boolean covers(String account, BigDecimal price, Transaction transaction) {
    return transaction
        .find(Table.ACCOUNTS, account)
        .filter(a -> a.balance().subtract(price).compareTo(a.creditLimit().negate()) >= 0)
        .isPresent();
  }

  /**
   * Charges an account for something that happened without a call.
   *
   * @param command its name in the ledger
   */
  public void charge(
      String account,
      String command,
      String domain,
      BigDecimal price,
      String currency,
      Instant at,
      Transaction transaction) {
    add(account, "", command, domain, Map.of(), price, currency, at, transaction);
  }

  /** Refunds the charge for something that failed later. */
  public void refund(PendingOutcome failed, Transaction transaction) {
    refund(
        failed.account(),
        failed.role(),
        failed.domain(),
        failed.charged(),
        Optional.ofNullable(failed.currency())
            .orElseGet(() -> currency(failed.account(), transaction)),
        failed.dueAt(),
        transaction);
  }

  /** Refunds a charge to an account. */
  public void refund(
      String account,
      String role,
      String domain,
      BigDecimal charged,
      String currency,
      Instant at,
      Transaction transaction) {
    add(account, role, "Refund", domain, Map.of(), charged.negate(), currency, at, transaction);
  }

  private static void add(
      String account,
      String role,
      String command,
      @Nullable String domain,
      Map<String, String> parameters,
      BigDecimal price,
      String currency,
      Instant at,
      Transaction transaction) {
    transaction.put(
        Table.LEDGER,
        new LedgerEntry(
            transaction.next("ledger"),
            at,
            account,
            role,
            command,
            domain,
            parameters,
            Code.COMPLETED.number(),
            amount(price),
            currency));
    transaction
        .find(Table.ACCOUNTS, account)
        .ifPresent(a -> transaction.put(Table.ACCOUNTS, a.charged(price)));
  }

  /** The currency of an account. */
  public static String currency(String account, Transaction transaction) {
    return transaction.find(Table.ACCOUNTS, account).map(Account::currency).orElse("EUR");
  }

  /** Adds a line to the object log for a command that creates something, and its answer. */
  public void log(
      ReceivedCommand call,
      String objectClass,
      String objectId,
      String status,
      Answer answer,
      Instant at,
      Transaction transaction) {
    log(call, objectClass, objectId, "CREATE", status, answer, at, transaction);
  }

  /** Adds a line to the object log for a command and its answer. */
  public void log(
      ReceivedCommand call,
      String objectClass,
      String objectId,
      String type,
      String status,
      Answer answer,
      Instant at,
      Transaction transaction) {
    List<String> info = new ArrayList<>();
    info.add("[HEADER]");
    info.add("user=" + call.account());
    info.add("remoteaddr=" + call.remote());
    info.add("");
    info.add("[COMMAND]");
    info.add("COMMAND=" + call.command());
    syntax
        .withoutSecrets(call.command(), call.parameters())
        .forEach((key, value) -> info.add(key + "=" + value));
    info.add("EOF");
    addResponse(info, answer);
    addLog(call.account(), call.role(), objectClass, objectId, type, status, info, at, transaction);
  }

  /** Adds the line of an outcome. */
  public void log(PendingOutcome outcome, Answer answer, Transaction transaction) {
    log(
        outcome.account(),
        outcome.role(),
        outcome.domain(),
        outcome.update() == null ? "CREATE" : "MODIFY",
        outcome.successful() ? "SUCCESSFUL" : "FAILED",
        answer,
        outcome.dueAt(),
        transaction);
  }

  /** Adds a line for something that happened to a name without a command. */
  public void log(
      String account,
      String role,
      String domain,
      String type,
      String status,
      Answer answer,
      Instant at,
      Transaction transaction) {
    List<String> info = new ArrayList<>();
    info.add("[HEADER]");
    info.add("user=" + account);
    addResponse(info, answer);
    addLog(account, role, "DOMAIN", domain, type, status, info, at, transaction);
  }

  private static void addResponse(List<String> info, Answer answer) {
    info.add("");
    info.add("[RESPONSE]");
    info.addAll(answer.lines());
    info.add("");
    info.add("EOF");
  }

  private static void addLog(
      String account,
      String role,
      String objectClass,
      String objectId,
      String type,
      String status,
      List<String> info,
      Instant at,
      Transaction transaction) {
    transaction.put(
        Table.LOG,
        new LogEntry(
            31_000_000 + transaction.next("log"),
            at,
            account,
            role,
            objectClass,
            objectId,
            type,
            status,
            info));
  }

  public static String amount(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
