package io.domainflow.sandbox.state;

import io.domainflow.model.RenewalMode;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.SandboxProperties;
import io.domainflow.sandbox.stored.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Holds the state of the sandbox, under a single lock. The changes of a transaction are in the
 * state file before it returns, so the state never lacks a change whose answer was sent.
 */
@Component
@ConditionalOnSandbox
public class SandboxState implements DisposableBean {

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Map<Table<?>, NavigableMap<String, Stored>> tables = new HashMap<>();
  private final Agenda agenda = new Agenda();
  private final @Nullable StateFile file;
  private final RenewalMode renewalMode;

  public SandboxState(SandboxProperties properties) {
    Table.ALL.forEach(table -> tables.put(table, new TreeMap<>()));
    file = properties.stateFile() == null ? null : new StateFile(properties.stateFile());
    if (file != null) {
      file.loadInto(new Transaction(tables, agenda));
      file.compact(rows());
    }
    renewalMode = properties.renewalMode();
    change(this::ensureAccounts);
  }

  /** Adds the initial accounts and contact that are missing. */
  public void ensureAccounts(Transaction transaction) {
    Accounts.ensureDefaults(renewalMode, transaction);
  }

  /** Runs work that reads or changes. */
  public <R> R transaction(Function<Transaction, R> work) {
    lock.lock();
    try {
      Transaction transaction = new Transaction(tables, agenda);
      try {
        R result = work.apply(transaction);
        if (file != null && !transaction.changes().isEmpty()) {
          file.append(transaction.changes());
        }
        return result;
      } catch (RuntimeException | Error e) {
        transaction.undo();
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs work that changes and returns nothing. */
  public void change(Consumer<Transaction> work) {
    transaction(
        transaction -> {
          work.accept(transaction);
          return null;
        });
  }

  private Map<Table<?>, List<Stored>> rows() {
    Map<Table<?>, List<Stored>> all = new HashMap<>();
    tables.forEach((table, rows) -> all.put(table, List.copyOf(rows.values())));
    return all;
  }

  @Override
  public void destroy() {
    if (file != null) {
      file.close();
    }
  }
}
