package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Events;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.DeletedName;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import io.domainflow.sandbox.stored.name.Restore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Restores deleted names to their accounts, or finally makes them available to everybody. */
@Component("sandboxRestores")
@ConditionalOnSandbox
public class Restores {

  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration TO_RENEW = Duration.ofDays(5);
  private static final Duration MINUTES = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final Events events;
  private final Clock clock;

  Restores(Ledger ledger, Events events, Clock clock) {
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /** A restore as requested. */
  static Restore asked(
      String role,
      String renewalMode,
      Prices.Price price,
      Optional<NameSetup.Next> next,
      Instant at) {
    return new Restore(
        role,
        renewalMode,
        at.plus(next.map(NameSetup.Next::after).orElse(USUAL)),
        next.map(n -> n.outcome() == NameSetup.Outcome.SUCCESSFUL).orElse(true),
        next.map(NameSetup.Next::reason).orElse(null),
        price.amount(),
        price.currency());
  }

  /** A name of the caller that is being restored, if StatusDomain shows it. */
  public static Optional<RegisteredName> shown(ReceivedCommand call, Transaction transaction) {
    return transaction
        .find(Table.DELETED, call.domain())
        .filter(deleted -> deleted.restore() != null && deleted.isOf(call.account()))
        .filter(deleted -> Profile.of(transaction) == Profile.B)
        .map(deleted -> deleted.name().withStatus("PENDINGRESTORE"));
  }

  /** Whether a deleted name is in the list of those that can be restored. */
  public boolean isListed(DeletedName deleted, Transaction transaction) {
    boolean underWay = deleted.restore() != null;
    return underWay ? Profile.of(transaction) == Profile.A : deleted.restorableAt(clock.instant());
  }

  /** Carries out what is due for a deleted name, unless something else came first. */
  public void advance(DeletedName seen, Transaction transaction) {
    transaction
        .find(Table.DELETED, seen.domain())
        .filter(seen::equals)
        .ifPresent(
            deleted -> {
              if (deleted.restore() == null) {
                transaction.remove(Table.DELETED, deleted.key());
              } else {
                decide(deleted, deleted.restore(), transaction);
              }
            });
  }

  private void decide(DeletedName deleted, Restore restore, Transaction transaction) {
    Instant at = restore.dueAt();
    if (restore.successful()) {
      transaction.remove(Table.DELETED, deleted.key());
      transaction.put(Table.NAMES, restored(deleted.name(), restore, at));
      tell(deleted, restore, "SUCCESSFUL", Answer.of(Code.COMPLETED), transaction);
      return;
    }
    transaction.put(Table.DELETED, deleted.with(null));
    ledger.refund(
        deleted.name().accountOrThrow(),
        restore.role(),
        deleted.domain(),
        restore.charged(),
        restore.currency(),
        at,
        transaction);
    String reason = Optional.ofNullable(restore.reason()).orElse("rejected by the registry");
    tell(deleted, restore, "FAILED", Answer.of(Code.FAILED, reason), transaction);
  }

  private static RegisteredName restored(RegisteredName name, Restore restore, Instant at) {
    if (Platform.of(name.accountOrThrow()) == Platform.CNR) {
      return name.withStatus("ACTIVE")
          .withRenewalMode("RENEWONCE")
          .withRenewal(Renewal.paid(name.paidUntil()).notBefore(at.plus(MINUTES)));
    }
    RegisteredName back = name.withStatus("ACTIVE").withRenewalMode(restore.renewalMode());
    Renewal usual = new Renewal(name.paidUntil(), name.renewal().charged(), at, false, null);
    if (name.paidUntil().isAfter(at)) {
      return back.withRenewal(usual);
    }
    Instant usualFailure = name.paidUntil().plus(NameDates.FAILURE);
    Instant soon = at.plus(TO_RENEW);
    return back.withRenewal(usual.givenUp().deletedAt(usualFailure.isAfter(soon) ? null : soon));
  }

  private void tell(
      DeletedName deleted, Restore restore, String status, Answer answer, Transaction transaction) {
    ledger.log(
        deleted.name().accountOrThrow(),
        restore.role(),
        deleted.domain(),
        "RESTORE",
        status,
        answer,
        restore.dueAt(),
        transaction);
    events.tell(
        deleted.name().accountOrThrow(),
        deleted.domain(),
        "DOMAIN_RESTORE",
        "RESTORE_" + status,
        answer.detail(),
        restore.dueAt(),
        transaction);
  }
}
