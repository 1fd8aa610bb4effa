package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomain.Departure;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a name that should be in an account, or finds out why it is not there. */
@Component
public class NameInAccount {

  private static final Duration LOG_REACHES_BACK = Duration.ofDays(400);
  private static final int LOG_ENTRIES = 20;

  private static final Duration LISTS_MAY_LAG = Duration.ofDays(1);

  /** The operations that show whether a name is here: the last of them counts. */
  private static final Set<Operation> MOVES =
      EnumSet.of(
          Operation.OUTGOING_TRANSFER,
          Operation.TRANSFER,
          Operation.REGISTRATION,
          Operation.DELETION);

  // A name that was registered here and is in another account was moved there; one that was only on
  // its way here may have been obtained by somebody else.
  private static final Set<DomainStatus> REGISTERED =
      EnumSet.of(DomainStatus.ACTIVE, DomainStatus.EXPIRED);

  private final Clock clock;
  private final RegistrarCodes codes;
  private final StoredDomain.Finder known;

  public NameInAccount(Clock clock, RegistrarCodes codes, StoredDomain.Finder known) {
    this.clock = clock;
    this.codes = codes;
    this.known = known;
  }

  /** The result of reading. */
  public sealed interface Presence {

    /** The name in its present state. */
    record Here(ReadDomain.Result domain) implements Presence {}

    /** It is not in the account. */
    record Absent(Failure failure) implements Presence {}
  }

  /** Reads the name. */
  public Presence find(DomainName domain, Reader registrar) {
    try {
      return new Presence.Here(registrar.ask(new ReadDomain(domain)));
    } catch (Refused e) {
      if (!e.saysNotHere()) {
        throw e;
      }
      return new Presence.Absent(absent(domain, registrar, e));
    }
  }

  // The log comes first, because stored data may be old. It does not contain every departure: a
  // name that was moved to another account appears in the log of that account.
  private Failure absent(DomainName domain, Reader registrar, Refused refusal) {
    if (hasLeft(domain, registrar)) {
      return left(domain, MissingNameLookup.TRANSFERRED, refusal.code());
    }
    Optional<StoredDomain> before = known.find(registrar.account(), domain);
    Optional<Departure> departure =
        before
            .filter(name -> name.status() == DomainStatus.TRANSFERRED_AWAY)
            .map(StoredDomain::gone);
    if (departure.isPresent()) {
      return left(domain, departure.get().how(), refusal.code());
    }
    return refusal.isFor(RefusalReason.OF_ANOTHER_ACCOUNT)
            && before.filter(name -> REGISTERED.contains(name.status())).isPresent()
        ? left(domain, MissingNameLookup.IN_ANOTHER_ACCOUNT, refusal.code())
        : notThere(domain, refusal.code());
  }

  /**
   * The failure for a name that was deleted so recently that the registrar's list of deleted names
   * may not show it yet; empty for any other. If a list lags, a missing entry proves nothing.
   */
  public Optional<Failure> justDeleted(String account, DomainName domain) {
    return known
        .find(account, domain)
        .filter(name -> name.status() == DomainStatus.DELETED)
        .map(name -> name.gone() == null ? name.readAt() : name.gone().at())
        .filter(at -> at.plus(LISTS_MAY_LAG).isAfter(clock.instant()))
        .map(
            at ->
                new Failure(
                    Reason.NOT_POSSIBLE_YET,
                    domain.unicode()
                        + " is deleted, which is known here since "
                        + PlainTime.of(at)
                        + ", and the registrar does not show it among the names that can be restored."
                        + " Its list may lag by some hours. Nothing was changed and nothing was"
                        + " bought. Order again later today.",
                    codes.code(RefusalReason.NOT_FOUND)));
  }

  /** The failure for a name that was transferred away according to the log; empty if it was not. */
  public Optional<Failure> left(DomainName domain, Reader registrar) {
    return hasLeft(domain, registrar)
        ? Optional.of(
            left(domain, MissingNameLookup.TRANSFERRED, codes.code(RefusalReason.NOT_FOUND)))
        : Optional.empty();
  }

  // A name that left may have come back: only the newest entry counts.
  private boolean hasLeft(DomainName domain, Reader registrar) {
    return registrar
        .log(domain, clock.instant().minus(LOG_REACHES_BACK), LOG_ENTRIES)
        .orElse(List.of())
        .stream()
        .filter(entry -> entry.outcome() == Outcome.SUCCESSFUL)
        .map(ReadLog.Entry::operation)
        .filter(MOVES::contains)
        .findFirst()
        .filter(last -> last == Operation.OUTGOING_TRANSFER)
        .isPresent();
  }

  private static Failure left(DomainName domain, String how, int code) {
    return new Failure(
        Reason.TRANSFERRED_AWAY,
        domain.unicode()
            + " has left this account: "
            + how
            + ". Nothing was changed and nothing was bought. Its present holder decides about it.",
        code);
  }

  private static Failure notThere(DomainName domain, int code) {
    return new Failure(
        Reason.NOT_REGISTERED,
        domain.unicode()
            + " is not in this account: nobody holds it, or somebody else does. Nothing was changed"
            + " and nothing was bought. See that account and name are right.",
        code);
  }
}
