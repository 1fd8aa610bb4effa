package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Events;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DeletedName;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Deletes names. */
@Component("sandboxDeletions")
@ConditionalOnSandbox
public class Deletions {

  /** How long a deleted name can be restored. */
  public static final Duration RESTORABLE = Duration.ofDays(30);

  /** How long nobody can register the name after that. */
  public static final Duration HOLD = Duration.ofDays(5);

  private final Ledger ledger;
  private final Events events;

  Deletions(Ledger ledger, Events events) {
    this.ledger = ledger;
    this.events = events;
  }

  /** Deletes a name that is in an account. */
  public void delete(RegisteredName name, Instant at, Transaction transaction) {
    transaction.remove(Table.NAMES, name.domain());
    Instant restorableUntil = at.plus(RESTORABLE);
    transaction.put(
        Table.DELETED,
        new DeletedName(
            name.domain(), name, at, restorableUntil, restorableUntil.plus(HOLD), null));
    ledger.log(
        name.accountOrThrow(),
        "",
        name.domain(),
        "DELETE",
        "SUCCESSFUL",
        Answer.of(Code.COMPLETED),
        at,
        transaction);
    events.tell(
        name.accountOrThrow(),
        name.domain(),
        "DOMAIN_DELETE",
        "DELETE_SUCCESSFUL",
        "",
        at,
        transaction);
  }
}
