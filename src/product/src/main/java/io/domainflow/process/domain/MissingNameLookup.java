package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.domain.DepartedDomain;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks up a name that is missing from the account's list. */
public final class MissingNameLookup {

  // How far before the last sighting to read, because the log and the list may not be of the same
  // moment.
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final int ENTRIES = 20;

  /** How a name has left according to the registrar's log. */
  static final String TRANSFERRED = "it was transferred away";

  /** How a name has left that the registrar shows only to another account. */
  static final String IN_ANOTHER_ACCOUNT = "it is in another account at the registrar";

  private MissingNameLookup() {}

  /** The result of the lookup. */
  public sealed interface Result {

    /** The name is still in the account. */
    record Here(ReadDomain.Result domain) implements Result {}

    /**
     * The name is not in the account.
     *
     * @param name what happened to it
     * @param atThisRegistrar whether it is in another account at the same registrar
     */
    record Gone(DepartedDomain name, boolean atThisRegistrar) implements Result {}
  }

  /**
   * Looks up a name.
   *
   * @param lastSeen when it was last seen in the account
   * @throws Refused if the registrar says neither
   */
  public static Result find(DomainName domain, Instant lastSeen, Reader registrar) {
    try {
      return new Result.Here(registrar.ask(new ReadDomain(domain)));
    } catch (Refused e) {
      if (e.isFor(RefusalReason.OF_ANOTHER_ACCOUNT)) {
        return new Result.Gone(away(domain, IN_ANOTHER_ACCOUNT), true);
      }
      if (e.isFor(RefusalReason.NOT_FOUND)) {
        return new Result.Gone(whereTo(domain, lastSeen, registrar), false);
      }
      throw e;
    }
  }

  private static DepartedDomain whereTo(DomainName domain, Instant lastSeen, Reader registrar) {
    Optional<Entry> transfer = transfer(domain, lastSeen, registrar);
    if (transfer.isPresent()) {
      return away(
          domain,
          "it was transferred to another registrar on "
              + PlainTime.of(transfer.get().at())
              + ", according to the registrar");
    }
    Optional<ReadDeletedDomain.Result> deleted =
        registrar.deleted(domain).filter(ReadDeletedDomain.Result::restorable);
    if (deleted.isPresent()) {
      Instant until = deleted.get().until();
      return new DepartedDomain(
          domain,
          DomainStatus.DELETED,
          "it was deleted, and can be restored until " + PlainTime.of(until),
          until);
    }
    return new DepartedDomain(
        domain,
        DomainStatus.UNKNOWN,
        "the registrar no longer knows it and does not say what happened to it",
        null);
  }

  private static DepartedDomain away(DomainName domain, String how) {
    return new DepartedDomain(domain, DomainStatus.TRANSFERRED_AWAY, how, null);
  }

  private static Optional<Entry> transfer(DomainName domain, Instant lastSeen, Reader registrar) {
    return registrar.log(domain, lastSeen.minus(BEFORE), ENTRIES).orElse(List.of()).stream()
        .filter(entry -> entry.operation() == Operation.OUTGOING_TRANSFER)
        .filter(entry -> entry.outcome() == Outcome.SUCCESSFUL)
        .findFirst();
  }
}
