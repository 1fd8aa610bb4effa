package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
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

/** Reads a name that should be in an account, or tells why it is not there. */
@Component
public class NameInAccount {

  private static final Duration LOG_REACHES_BACK = Duration.ofDays(400);
  private static final int LOG_ENTRIES = 20;

  /** What says whether a name is here: the last of them counts. */
  private static final Set<Operation> MOVES =
      EnumSet.of(
          Operation.OUTGOING_TRANSFER,
          Operation.TRANSFER,
          Operation.REGISTRATION,
          Operation.DELETION);

  private final Clock clock;
  private final RegistrarCodes codes;

  public NameInAccount(Clock clock, RegistrarCodes codes) {
    this.clock = clock;
    this.codes = codes;
  }

  /** What was found. */
  public sealed interface Found {

    /** The name as it is. */
    record Here(ReadDomain.Result domain) implements Found {}

    /** It is not in the account. */
    record Absent(Failure failure) implements Found {}
  }

  /** Looks. */
  public Found look(DomainName domain, Reader registrar) {
    try {
      return new Found.Here(registrar.ask(new ReadDomain(domain)));
    } catch (Refused e) {
      if (!e.saysNotHere()) {
        throw e;
      }
      return new Found.Absent(
          hasLeft(domain, registrar) ? left(domain, e.code()) : notThere(domain, e.code()));
    }
  }

  /** What to say of a name that the log has as transferred to elsewhere; empty if it has not. */
  public Optional<Failure> left(DomainName domain, Reader registrar) {
    return hasLeft(domain, registrar)
        ? Optional.of(left(domain, codes.code(RefusalReason.NOT_FOUND)))
        : Optional.empty();
  }

  // A name that left may have come back: only the newest entry tells how it stands.
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

  private static Failure left(DomainName domain, int code) {
    return new Failure(
        Reason.TRANSFERRED_AWAY,
        domain.unicode()
            + " was transferred away from this account. Nothing was changed and nothing was bought."
            + " Its present holder decides about it.",
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
