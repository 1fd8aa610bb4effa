package io.domainflow.ispapi.probe;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.command.Mutation;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records commands as if they were about to be sent. */
final class Intents {

  private final CommandJournal journal;
  private final TransactionTemplate transaction;

  Intents(CommandJournal journal, PlatformTransactionManager transactions) {
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  Intent write(UUID order, String account, Mutation<?> command) {
    String name = IspapiCodecs.encode(command).name();
    return transaction.execute(
        status -> journal.intend(order, account, command, name).orElseThrow());
  }
}
