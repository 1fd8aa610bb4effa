package io.domainflow.process.update;

import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.OperationLog;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.update.ReadBackUpdateWorker.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReplaceContacts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the name's present settings, and compares them with the ordered ones. */
@Component
class ReadBackUpdateWorker implements Worker.Asking<Result> {

  /**
   * The registrar's view of the name.
   *
   * @param change the change of registrant that the registrar shows; empty if there is none, or
   *     this order could not have caused one
   * @param refusals a text for each change that the registry has refused after the registrar had
   *     accepted it
   */
  record Result(
      ReadDomain.Result domain,
      Optional<ReadRegistrantChange.Result> change,
      List<String> refusals) {

    boolean changeRuns() {
      return change.filter(running -> !running.state().isOver()).isPresent();
    }
  }

  private final Orders orders;
  private final Updates updates;
  private final UpdateWait wait;
  private final UpdateOutcome outcome;
  private final DomainReadings readings;
  private final CommandJournal journal;

  ReadBackUpdateWorker(
      Orders orders,
      Updates updates,
      UpdateWait wait,
      UpdateOutcome outcome,
      DomainReadings readings,
      CommandJournal journal) {
    this.orders = orders;
    this.updates = updates;
    this.wait = wait;
    this.outcome = outcome;
    this.readings = readings;
    this.journal = journal;
  }

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.content().account());
    boolean ofRegistrant =
        SectionStates.in(updates.get(order.id()).results(), SectionState.WANTED, SectionState.DONE)
            .contains(Section.REGISTRANT_DETAILS);
    return new Result(
        reader.ask(new ReadDomain(order.content().domain())),
        ofRegistrant ? reader.change(order.content().domain()) : Optional.empty(),
        updates
            .pendingSince(order.id())
            .map(since -> refusals(order.content().domain(), since, reader))
            .orElse(List.of()));
  }

  // An older entry belongs to an earlier try; the name itself does not show what is pending.
  private static List<String> refusals(DomainName name, Instant since, Reader registrar) {
    return OperationLog.read(name, Operation.OTHER, since, registrar).entries().stream()
        .filter(entry -> entry.outcome() == Outcome.FAILED)
        .filter(entry -> entry.at() != null && entry.at().isAfter(since))
        .map(entry -> UpdateWords.refusedByRegistry(registrar.reason(entry)))
        .toList();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result seen) {
    Update update = updates.get(order.id());
    Map<Section, SectionResult> states = states(update, seen.domain());
    // The section differed until it was sent, even if it is now as the order first found it.
    SectionStates.in(states, SectionState.UNCHANGED).stream()
        .filter(section -> update.result(section).state() == SectionState.WANTED)
        .forEach(section -> states.put(section, new SectionResult(SectionState.DONE, null)));
    states.forEach(
        (section, result) ->
            updates.conclude(order.id(), section, result.state(), result.reason()));
    Set<Section> open = SectionStates.in(states, SectionState.WANTED);
    if (open.isEmpty()) {
      return asOrdered(order, seen);
    }
    Set<Section> unexplained = unexplained(open, states, seen);
    // The log does not say which section an entry is about.
    boolean refused = !seen.refusals().isEmpty() && seen.refusals().size() >= unexplained.size();
    if (update.pending() && wait.hasTimeLeft(order) && !unexplained.isEmpty() && !refused) {
      return StepResult.done(
          StepVariables.of(
              DomainUpdateProcess.UPDATE_STATE,
              "AT_REGISTRY",
              DomainUpdateProcess.NEXT_LOOK_AT,
              wait.nextLookAt()));
    }
    for (Section section : open) {
      String reason = SectionStates.reason(states, section);
      updates.conclude(
          order.id(),
          section,
          SectionState.WANTED,
          reason == null ? reason(section, update, seen, refused) : reason);
    }
    readings.store(order, seen.domain());
    updates.after(order.id(), seen.domain().settings());
    return different(order);
  }

  private static Map<Section, SectionResult> states(Update update, ReadDomain.Result domain) {
    Set<Section> unknown = EnumSet.copyOf(update.results().keySet());
    unknown.removeAll(update.wanted().sections());
    return SectionStates.of(
        update.results().keySet(),
        unknown,
        update.wanted(),
        update.before(),
        domain.settings(),
        update.results());
  }

  /** The sections that only the registry can still be working on. */
  private static Set<Section> unexplained(
      Set<Section> open, Map<Section, SectionResult> states, Result seen) {
    return open.stream()
        .filter(section -> section != Section.REGISTRANT_DETAILS || !seen.changeRuns())
        .filter(section -> SectionStates.reason(states, section) == null)
        .collect(Collectors.toSet());
  }

  private static String reason(Section section, Update update, Result seen, boolean refused) {
    if (section == Section.REGISTRANT_DETAILS) {
      if (seen.changeRuns()) {
        return UpdateWords.CHANGE_RUNS;
      }
      if (!Optional.ofNullable(seen.domain().ownerContact())
          .equals(RevertedUpdate.first(update.before()))) {
        return UpdateWords.REGISTRANT_CHANGED;
      }
    }
    if (refused) {
      return section.isPersonal()
          ? UpdateWords.refusedByRegistry(Optional.empty())
          : seen.refusals().get(0);
    }
    return update.pending() ? UpdateWords.OVERDUE : UpdateWords.DIFFERENT;
  }

  private StepResult asOrdered(ProvisioningOrder order, Result seen) {
    orders.awaitsRegistry(order.id(), false);
    orders.inProgress(order.id());
    updates.pending(order.id(), false);
    outcome.record(order, seen.domain(), madeAChange(order, seen));
    return StepResult.done(StepVariables.of(DomainUpdateProcess.UPDATE_STATE, "AS_ORDERED"));
  }

  /** Sentences about a change of registrant that the registrar made unasked; empty if none. */
  private static String madeAChange(ProvisioningOrder order, Result seen) {
    boolean made =
        seen.change()
            .map(ReadRegistrantChange.Result::createdAt)
            .filter(since -> !since.isBefore(order.createdAt()))
            .isPresent();
    if (!made) {
      return "";
    }
    return "The registrar has carried the registrant's other address or phone out as a change of"
        + " registrant."
        + seen.domain()
            .changeLockedUntil()
            .map(
                until ->
                    " The domain cannot leave to another registrar before "
                        + PlainTime.of(until)
                        + ".")
            .orElse("");
  }

  private StepResult different(ProvisioningOrder order) {
    Set<Section> open = SectionStates.in(updates.get(order.id()).results(), SectionState.WANTED);
    orders.awaitsRegistry(order.id(), mayStillChange(order, open));
    orders.inProgress(order.id());
    updates.pending(order.id(), false);
    return StepResult.done(
        StepVariables.of(
            DomainUpdateProcess.UPDATE_STATE,
            "DIFFERENT",
            DomainUpdateProcess.LOOK_TIMETABLE,
            wait.lookTimetable()));
  }

  /**
   * Looks again while somebody is asked about what is not as ordered.
   *
   * @return whether all of it is as ordered by now; then its outcome is recorded
   */
  boolean isSettled(ProvisioningOrder order, Result seen) {
    // who answers the task locks the order, too, and the update continues with that answer
    WaitingFor wait = orders.lock(order.id()).waitingFor();
    if (wait == null || wait.taskId() == null) {
      return false;
    }
    Map<Section, SectionResult> states = states(updates.get(order.id()), seen.domain());
    Set<Section> open = SectionStates.in(states, SectionState.WANTED);
    if (seen.changeRuns()) {
      return false;
    }
    if (!open.isEmpty()) {
      // what the registry has carried out meanwhile no longer keeps the order from being cancelled
      orders.awaitsRegistry(order.id(), mayStillChange(order, open));
      return false;
    }
    conclude(order, seen);
    return true;
  }

  /** Whether something that was sent and is not as ordered may still be carried out. */
  private boolean mayStillChange(ProvisioningOrder order, Set<Section> open) {
    Map<Section, SectionResult> results = updates.get(order.id()).results();
    return open.stream()
        .map(results::get)
        .filter(Objects::nonNull)
        .anyMatch(
            result ->
                UpdateWords.mayBeChanged(result)
                    || (UpdateWords.CHANGE_RUNS.equals(result.reason())
                        && journal.mayBeExecuted(
                            order.id(), Command.nameOf(ReplaceContacts.class))));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    SectionStates.in(updates.get(order.id()).results(), SectionState.WANTED, SectionState.DONE)
        .forEach(
            section ->
                updates.conclude(order.id(), section, SectionState.WANTED, UpdateWords.GONE));
    return different(order);
  }
}
