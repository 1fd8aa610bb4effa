package io.domainflow.cnr.probe;

import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.command.Mutation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates attempts at a command in the journal. */
final class Attempts implements AutoCloseable {

  private static final String ACCOUNT = "sandbox";

  private final CommandJournal journal;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final List<Intent> written = new ArrayList<>();

  Attempts(CommandJournal journal, PlatformTransactionManager transactions, Clock clock) {
    this.clock = clock;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The time of the application, which other tests have moved. */
  Instant now() {
    return clock.instant();
  }

  /** An attempt whose command was just sent for the first time. */
  Intent first(Mutation<?> command, String commandName) {
    return intend(UUID.randomUUID(), command, commandName);
  }

  /** An attempt with an unknown outcome. */
  Intent inDoubt(Mutation<?> command, String commandName) {
    UUID order = UUID.randomUUID();
    journal.inDoubt(intend(order, command, commandName), "no answer came back");
    return intend(order, command, commandName);
  }

  /** Records that another order has done the same. */
  void anotherHas(Mutation<?> command, String commandName) {
    journal.executed(first(command, commandName));
  }

  private Intent intend(UUID order, Mutation<?> command, String commandName) {
    Intent intent =
        transaction.execute(
            status -> journal.intend(order, ACCOUNT, command, commandName).orElseThrow());
    written.add(intent);
    return intent;
  }

  @Override
  public void close() {
    written.forEach(intent -> journal.refused(intent, 0, "the test is over"));
  }
}
