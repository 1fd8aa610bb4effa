package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Handles updates of names that a registry does not carry out at once. */
public final class Updates {

  /** The command in set-ups, stored rows and the log. */
  static final String COMMAND = "ModifyDomain";

  private static final String STATUS = "REQUESTEDUPDATE";

  private static final PendingOutcome.Update NOTHING =
      new PendingOutcome.Update(null, Map.of(), null);

  private Updates() {}

  /** Whether the update waits for its registry, and if so its answer; empty if it is done. */
  static Optional<Answer> wait(
      ReceivedCommand call,
      RegisteredName before,
      RegisteredName after,
      Instant now,
      Transaction transaction) {
    PendingOutcome.Update update = update(before, after);
    boolean waits =
        !update.equals(NOTHING)
            && (waitsAlready(before.domain(), update, transaction)
                || takesTime(call, before.domain(), update, now, transaction));
    if (!waits) {
      return Optional.empty();
    }
    Answer answer = Answer.of(Code.COMPLETED).with("STATUS", STATUS);
    return Optional.of(Profile.of(transaction) == Profile.A ? answer.asPending() : answer);
  }

  private static PendingOutcome.Update update(RegisteredName before, RegisteredName after) {
    Map<String, List<String>> contacts = new LinkedHashMap<>(after.contacts());
    contacts.entrySet().removeAll(before.contacts().entrySet());
    return new PendingOutcome.Update(
        after.nameservers().equals(before.nameservers()) ? null : after.nameservers(),
        contacts,
        after.transferLock() == before.transferLock() ? null : after.transferLock());
  }

  private static boolean waitsAlready(
      String domain, PendingOutcome.Update update, Transaction transaction) {
    return transaction.all(Table.PENDING).stream()
        .anyMatch(waiting -> waiting.domain().equals(domain) && update.equals(waiting.update()));
  }

  private static boolean takesTime(
      ReceivedCommand call,
      String domain,
      PendingOutcome.Update update,
      Instant now,
      Transaction transaction) {
    Optional<NameSetup.Next> next = Availability.takeNext(COMMAND, domain, transaction);
    next.ifPresent(
        decision ->
            transaction.put(
                Table.PENDING,
                new PendingOutcome(
                    transaction.next("pending"),
                    domain,
                    COMMAND,
                    call.account(),
                    call.role(),
                    now.plus(decision.after()),
                    decision.outcome() == NameSetup.Outcome.SUCCESSFUL,
                    decision.reason(),
                    BigDecimal.ZERO,
                    null,
                    null,
                    update)));
    return next.isPresent();
  }

  /** The name while a part of its update waits: everything else is already changed. */
  static RegisteredName meanwhile(RegisteredName before, RegisteredName after) {
    return after
        .withNameservers(before.nameservers())
        .withContacts(before.contacts())
        .withTransferLock(before.transferLock());
  }

  /**
   * Decides a waiting update.
   *
   * @return the result; empty if the account no longer has the name
   */
  public static Optional<PendingOutcome> decide(PendingOutcome pending, Transaction transaction) {
    Optional<RegisteredName> name =
        transaction
            .find(Table.NAMES, pending.domain())
            .filter(held -> pending.account().equals(held.account()));
    if (pending.successful()) {
      name.ifPresent(held -> transaction.put(Table.NAMES, updated(held, pending)));
    }
    return name.map(held -> pending);
  }

  private static RegisteredName updated(RegisteredName name, PendingOutcome pending) {
    PendingOutcome.Update update =
        Objects.requireNonNull(pending.update(), "it is about an update");
    Map<String, List<String>> contacts = new LinkedHashMap<>(name.contacts());
    contacts.putAll(update.contacts());
    return name.withContacts(contacts)
        .withNameservers(update.nameservers() == null ? name.nameservers() : update.nameservers())
        .withTransferLock(
            update.transferLock() == null ? name.transferLock() : update.transferLock())
        .updated(pending.dueAt());
  }
}
