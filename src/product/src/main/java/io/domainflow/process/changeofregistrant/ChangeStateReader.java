package io.domainflow.process.changeofregistrant;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.End;
import io.domainflow.process.domain.OperationLog;
import io.domainflow.registrar.ChangeHint;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadRegistrantChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Determines the state of a change. The present registrant decides; while it is still the prior
 * one, the registrar shows a running change, or its log says how the change ended. Neither an event
 * nor a date ever decides.
 */
@Component
class ChangeStateReader {

  // The registrar's log and clock may lag.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

  private final Clock clock;
  private final RegistrarCodes codes;

  ChangeStateReader(Clock clock, RegistrarCodes codes) {
    this.clock = clock;
    this.codes = codes;
  }

  /** The state of a change. */
  sealed interface State {

    /**
     * The change is running.
     *
     * @param since null if the registrar does not state it
     */
    record UnderWay(@Nullable Instant since) implements State {}

    /** The registrant is the new one. */
    record Executed(ReadDomain.Result domain) implements State {}

    /** The change has ended, and the registrant is still the prior one. */
    record Over(End end, ReadDomain.Result domain) implements State {}

    /** The registrar shows neither a running change nor an end. */
    record Unclear() implements State {}

    /** The name is no longer in the account. */
    record Gone() implements State {}
  }

  /**
   * Reads the state.
   *
   * @param wanted the new registrant
   * @param handle the handle that was sent; null if none was
   * @param formWanted whether the registry decides by a form, so that no mail asks anybody
   */
  State read(
      DomainName name,
      Contact wanted,
      @Nullable String handle,
      RegistrantChange change,
      boolean formWanted,
      Reader registrar) {
    Optional<ReadRegistrantChange.Result> trade = registrar.change(name);
    // Read after the running change: one that is carried out in between shows at the name.
    Optional<ReadDomain.Result> domain = registrar.domain(name);
    if (domain.isEmpty()) {
      return new State.Gone();
    }
    if (isNewRegistrant(wanted, handle, change, domain.get(), registrar)) {
      return new State.Executed(domain.get());
    }
    if (trade.isPresent() && !trade.get().state().isOver()) {
      return new State.UnderWay(trade.get().createdAt());
    }
    return end(name, change, formWanted, trade, registrar)
        .<State>map(end -> new State.Over(end, domain.get()))
        .orElse(new State.Unclear());
  }

  // The registrar may keep the data under a handle that it created.
  private static boolean isNewRegistrant(
      Contact wanted,
      @Nullable String sent,
      RegistrantChange change,
      ReadDomain.Result domain,
      Reader registrar) {
    String handle = domain.ownerContact();
    if (handle == null || handle.equalsIgnoreCase(change.beforeOrThrow().handle())) {
      return false;
    }
    return handle.equalsIgnoreCase(sent)
        || RegistrantComparison.differences(CurrentRegistrant.registrant(handle, registrar), wanted)
            .isEmpty();
  }

  private Optional<End> end(
      DomainName name,
      RegistrantChange change,
      boolean formWanted,
      Optional<ReadRegistrantChange.Result> trade,
      Reader registrar) {
    Optional<ReadLog.Entry> failed =
        OperationLog.read(
                name, Operation.REGISTRANT_CHANGE, change.course().requestedAtOrThrow(), registrar)
            .failure();
    boolean failedByStatus =
        trade
            .filter(t -> t.state() == io.domainflow.registrar.command.ReadTransfer.State.FAILED)
            .isPresent();
    if (failed.isPresent() || failedByStatus) {
      String words =
          Stream.concat(
                  trade.stream()
                      .flatMap(t -> t.log().stream().skip(Math.max(0, t.log().size() - 1))),
                  failed.flatMap(registrar::reason).stream())
              .reduce("", (one, other) -> one + " " + other);
      return Optional.of(end(change, formWanted, words));
    }
    boolean silentForLong =
        trade.isEmpty()
            && change.course().requestedAtOrThrow().plus(LONGEST_SILENCE).isBefore(clock.instant());
    return silentForLong ? Optional.of(end(change, formWanted, "")) : Optional.empty();
  }

  private End end(RegistrantChange change, boolean formWanted, String words) {
    // A refusal that came before a withdrawal counts: no agent may confirm against it.
    Set<ChangeHint> hints = codes.changeHints(words);
    if (hints.contains(ChangeHint.DECLINED)) {
      boolean ofRegistry =
          hints.contains(ChangeHint.REGISTRY)
              || (formWanted && !hints.contains(ChangeHint.REGISTRANT));
      if (ofRegistry && change.course().withdrawnFor() == null) {
        return End.FAILED;
      }
      return End.DECLINED;
    }
    if (change.course().withdrawnFor() != null) {
      return change.course().withdrawnFor() == RegistrantChange.Withdrawal.DEADLINE
          ? End.LAPSED
          : End.WITHDRAWN;
    }
    if (hints.contains(ChangeHint.NOT_CONFIRMED)) {
      return End.LAPSED;
    }
    if (hints.contains(ChangeHint.STATE_OF_NAME) || hints.contains(ChangeHint.REGISTRY)) {
      return End.FAILED;
    }
    Instant confirmBy = change.course().confirmBy();
    if (confirmBy == null || formWanted) {
      return End.FAILED;
    }
    // Before the deadline only a refusal ends the change.
    return clock.instant().isBefore(confirmBy.minus(CLOCK_SKEW)) ? End.DECLINED : End.LAPSED;
  }
}
