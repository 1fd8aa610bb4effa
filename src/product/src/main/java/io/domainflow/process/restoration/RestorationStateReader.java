package io.domainflow.process.restoration;

import io.domainflow.model.DomainName;
import io.domainflow.process.domain.OperationLog;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a restore has finished: it is done when the name is back and active, and has
 * failed when the last of its own entries in the registrar's log says so. An event never decides.
 */
final class RestorationStateReader {

  private RestorationStateReader() {}

  /** The state of a restore. */
  sealed interface State {

    /** The restore has not finished, as far as can be seen. */
    record UnderWay() implements State {}

    /**
     * The name is back.
     *
     * @param renewed whether the registrar itself has renewed it by a year, which it has charged
     */
    record Back(ReadDomain.Result domain, boolean renewed) implements State {}

    /** The registry has refused; the reason is null if the registrar states none. */
    record Failed(@Nullable String reason) implements State {}
  }

  /**
   * Reads the state.
   *
   * @param orderedAt the log counts from this time on: a doubtful outcome may have been settled
   *     long after the request
   * @param login of the account: an attempt by another login, in the registrar's control panel or
   *     with another role, says nothing about ours
   */
  static State read(DomainName name, Instant orderedAt, String login, Reader registrar) {
    Optional<ReadDomain.Result> domain = registrar.domain(name);
    if (domain.filter(found -> !isUnderWay(found)).isPresent()) {
      return new State.Back(domain.get(), false);
    }
    return OperationLog.read(name, Operation.RESTORE, orderedAt, registrar).entries().stream()
        .filter(entry -> entry.mayBeOf(login))
        .findFirst()
        .filter(entry -> entry.outcome() == Outcome.FAILED)
        .<State>map(entry -> new State.Failed(registrar.reason(entry).orElse(null)))
        .orElseGet(State.UnderWay::new);
  }

  private static boolean isUnderWay(ReadDomain.Result domain) {
    return domain.deleting() || domain.state().restoring();
  }
}
