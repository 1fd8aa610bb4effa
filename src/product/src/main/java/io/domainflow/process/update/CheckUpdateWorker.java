package io.domainflow.process.update;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.SavedAdditionalFields;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.domain.SectionObstacles;
import io.domainflow.process.update.CheckUpdateWorker.NameState;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.tld.FormOperation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the settings of the name and decides section by section what to change; repeated after each
 * person's answer.
 */
@Component
class CheckUpdateWorker implements Worker.Asking<NameState> {

  /**
   * The result of the check.
   *
   * @param registrant the registrant whose details are to change; null if no such change is
   *     ordered, or the registrar does not show them
   * @param sameRegistrant whether the registrant is the person whose former details are to be
   *     restored
   * @param changeRuns whether a change of registrant runs
   * @param zone the rules of the zone; null if the order has no contact besides the registrant, or
   *     the registrar does not say
   */
  record NameState(
      Presence found,
      @Nullable Contact registrant,
      boolean sameRegistrant,
      boolean changeRuns,
      ReadZoneRules.@Nullable Result zone) {}

  private final NameInAccount names;
  private final UpdateSettings updateSettings;
  private final SectionObstacles obstacles;
  private final RevertedUpdate reverted;
  private final UpdateRisks risks;
  private final UpdateOutcome outcome;
  private final DisputeHolds holds;
  private final Suspensions suspensions;
  private final SavedAdditionalFields saved;
  private final AdditionalFieldsQuestion additionalFields;
  private final Orders orders;
  private final Updates updates;
  private final DomainReadings readings;

  CheckUpdateWorker(
      NameInAccount names,
      UpdateSettings updateSettings,
      SectionObstacles obstacles,
      RevertedUpdate reverted,
      UpdateRisks risks,
      UpdateOutcome outcome,
      DisputeHolds holds,
      Suspensions suspensions,
      SavedAdditionalFields saved,
      AdditionalFieldsQuestion additionalFields,
      Orders orders,
      Updates updates,
      DomainReadings readings) {
    this.names = names;
    this.updateSettings = updateSettings;
    this.obstacles = obstacles;
    this.reverted = reverted;
    this.risks = risks;
    this.outcome = outcome;
    this.holds = holds;
    this.suspensions = suspensions;
    this.saved = saved;
    this.additionalFields = additionalFields;
    this.orders = orders;
    this.updates = updates;
    this.readings = readings;
  }

  @Override
  public NameState ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.content().account());
    Presence found = names.find(order.content().domain(), reader);
    UpdateOrder ordered = order.content().as(UpdateOrder.class);
    if (!(found instanceof Presence.Here here)) {
      return new NameState(found, null, false, false, null);
    }
    ReadZoneRules.Result zone =
        ordered.sections().contains(Section.CONTACTS) ? zone(order, reader) : null;
    if (!ordered.sections().contains(Section.REGISTRANT_DETAILS)) {
      return new NameState(found, null, false, false, zone);
    }
    String handle = here.domain().ownerContact();
    return new NameState(
        found,
        ordered.registrantDetails() == null || handle == null
            ? null
            : reader.contact(handle).orElse(null),
        isSame(handle, ordered.contacts().get(ContactRole.REGISTRANT), reader),
        RunningChange.of(order, reader),
        zone);
  }

  /**
   * The rules of the name's zone; null if the registrar does not say: then it decides on each
   * request.
   */
  private static ReadZoneRules.@Nullable Result zone(ProvisioningOrder order, Reader registrar) {
    try {
      return registrar.ask(new ReadZoneRules(order.content().domain()));
    } catch (Refused e) {
      return null;
    }
  }

  /**
   * Whether both are the same person, compared only by the data that make a change of registrant.
   */
  private static boolean isSame(
      @Nullable String present, @Nullable Contact former, Reader registrar) {
    if (present == null || former == null || former.handle() == null) {
      return false;
    }
    Optional<List<String>> person = registrar.contact(present).map(CheckUpdateWorker::person);
    return person.isPresent()
        && person.equals(registrar.contact(former.handle()).map(CheckUpdateWorker::person));
  }

  private static List<String> person(Contact contact) {
    return Stream.of(
            contact.firstName(), contact.lastName(), contact.organization(), contact.email())
        .map(text -> text == null ? "" : text.strip())
        .toList();
  }

  @Override
  public StepResult conclude(ProvisioningOrder asOrdered, NameState state) {
    Update earlier = updates.find(asOrdered.id()).orElse(null);
    Optional<Failure> obstacle = obstacle(asOrdered, state.found(), earlier);
    if (obstacle.isPresent()) {
      if (state.found() instanceof Presence.Here here) {
        readings.store(asOrdered, here.domain());
      }
      orders.recordFailure(asOrdered.id(), obstacle.get());
      return nextStep("NO_CHANGE");
    }
    ReadDomain.Result domain = ((Presence.Here) state.found()).domain();
    orders.revise(asOrdered.id(), whole(asOrdered, state, earlier));
    ProvisioningOrder order = orders.get(asOrdered.id());
    Update update = plan(order, state, earlier);
    Map<Section, SectionResult> states = update.results();
    Set<Section> possible = EnumSet.complementOf(SectionStates.in(states, SectionState.REFUSED));
    updates.plan(order.id(), update.wanted().only(possible), update.before());
    states.forEach(
        (section, result) ->
            updates.conclude(order.id(), section, result.state(), result.reason()));
    leaveOut(order, states.keySet());
    // after the plan: a section that the order sets itself has not been changed by somebody else
    readings.store(order, domain);
    if (!SectionStates.in(states, SectionState.WANTED, SectionState.DONE).isEmpty()) {
      return StepResult.done(
          new StepVariables()
              .and(DomainUpdateProcess.NEXT_STEP, "CHANGE")
              .and(additionalFields(order, update))
              .and(risks.of(order, update).facts())
              .map());
    }
    Update concluded = updates.get(order.id());
    if (!SectionStates.in(concluded.results(), SectionState.REFUSED).isEmpty()) {
      orders.recordFailure(order.id(), UpdateFailures.refused(order, concluded));
      return nextStep("NO_CHANGE");
    }
    outcome.record(order, domain);
    return nextStep("NOTHING");
  }

  /** Closes the sections that the caller has removed since the order was placed. */
  private void leaveOut(ProvisioningOrder order, Set<Section> ordered) {
    Update known = updates.get(order.id());
    Set<Section> left = SectionStates.in(known.results(), SectionState.WANTED);
    left.removeAll(ordered);
    for (Section section : left) {
      String reason = known.result(section).reason();
      updates.conclude(
          order.id(),
          section,
          SectionState.REFUSED,
          reason == null ? UpdateWords.LEFT_OUT : reason);
    }
  }

  private Map<String, Object> additionalFields(ProvisioningOrder order, Update update) {
    return sendsDetails(order, update)
        ? additionalFields.of(order, FormOperation.UPDATE)
        : StepVariables.of(AdditionalFieldsQuestion.MISSING, false);
  }

  /**
   * Whether the registrant's details are to be sent, for which registries require additional
   * fields.
   */
  static boolean sendsDetails(ProvisioningOrder order, Update update) {
    return order.content().as(UpdateOrder.class).registrantDetails() != null
        && SectionStates.in(update.results(), SectionState.WANTED)
            .contains(Section.REGISTRANT_DETAILS);
  }

  private static StepResult nextStep(String step) {
    return StepResult.done(StepVariables.of(DomainUpdateProcess.NEXT_STEP, step));
  }

  /**
   * Why nothing at all can be done; empty if something can.
   *
   * @param earlier what was done before; null if nothing was
   */
  Optional<Failure> obstacle(ProvisioningOrder order, Presence found, @Nullable Update earlier) {
    if (found instanceof Presence.Absent absent) {
      return Optional.of(absent.failure());
    }
    ReadDomain.Result domain = ((Presence.Here) found).domain();
    if (domain.pendingCreate()) {
      return Optional.of(UpdateFailures.notRegisteredYet(order));
    }
    if (domain.state().suspendedBeforeDeletion()) {
      return Optional.of(UpdateFailures.periodOver(order, earlier));
    }
    if (domain.deleting()) {
      return Optional.of(UpdateFailures.deleted(order, earlier));
    }
    return holds.isHeld(order.content().domain())
        ? Optional.of(UpdateFailures.disputed(order, earlier))
        : Optional.empty();
  }

  /**
   * The order, with the present registrant completed by the ordered details.
   *
   * @param earlier what was planned before; null if nothing was
   */
  OrderContent whole(ProvisioningOrder order, NameState state, @Nullable Update earlier) {
    UpdateOrder ordered = order.content().as(UpdateOrder.class);
    ReadDomain.Result domain = ((Presence.Here) state.found()).domain();
    if (ordered.registrantDetails() == null
        || state.registrant() == null
        || otherRegistrant(order, state, earlier).isPresent()) {
      return order.content();
    }
    Contact wanted = ordered.registrantDetails().applyTo(state.registrant());
    Map<ContactRole, Contact> contacts = new EnumMap<>(ContactRole.class);
    contacts.putAll(ordered.contacts());
    contacts.put(
        ContactRole.REGISTRANT,
        wanted.equals(state.registrant())
            ? Contact.ofHandle(
                Objects.requireNonNull(domain.ownerContact(), "the registrant was found by it"))
            : wanted);
    OrderContent named = order.content().with(ordered.with(contacts, ordered.additionalFields()));
    AdditionalFields fields =
        saved.completed(named, RegistrantContext.of(named, FormOperation.UPDATE));
    return named.with(ordered.with(contacts, fields));
  }

  /**
   * The plan for a name that is in the account.
   *
   * @param order as a {@link #whole}
   * @param earlier what was planned before; null if nothing was
   */
  Update plan(ProvisioningOrder order, NameState state, @Nullable Update earlier) {
    ReadDomain.Result domain = ((Presence.Here) state.found()).domain();
    NameSettings present = domain.settings();
    NameSettings before = UpdateBefore.of(order, present, earlier);
    NameSettings wanted = updateSettings.of(order);
    Map<Section, SectionResult> states =
        SectionStates.of(
            order.content().as(UpdateOrder.class).sections(),
            UpdateSettings.withoutHandle(order),
            wanted,
            before,
            present,
            earlier == null ? Map.of() : earlier.results());
    for (Section section : SectionStates.in(states, SectionState.WANTED)) {
      Optional<String> registrant =
          section == Section.REGISTRANT_DETAILS
              ? otherRegistrant(order, state, earlier).or(() -> unknownRegistrant(order, state))
              : Optional.empty();
      registrant
          .or(() -> notInZone(section, order, state.zone()))
          .or(() -> ending(section, order, domain))
          .or(() -> obstacles.of(section, order.content().domain(), wanted, domain))
          .ifPresent(
              reason -> states.put(section, new SectionResult(SectionState.REFUSED, reason)));
    }
    return new Update(wanted, before, present, states, earlier != null && earlier.begun(), false);
  }

  /**
   * Why the name's zone does not accept such contacts; empty if it does.
   *
   * @param zone null if the registrar does not say
   */
  private static Optional<String> notInZone(
      Section section, ProvisioningOrder order, ReadZoneRules.@Nullable Result zone) {
    if (section != Section.CONTACTS || zone == null) {
      return Optional.empty();
    }
    Set<ContactRole> missing = EnumSet.complementOf(EnumSet.of(ContactRole.REGISTRANT));
    missing.retainAll(order.content().as(UpdateOrder.class).contacts().keySet());
    missing.removeAll(zone.contacts());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(UpdateWords.noSuchContacts(missing, order.content().domain().zone()));
  }

  /**
   * Why another renewal mode would undo an order that ends the name; empty if there is no such
   * order.
   */
  private Optional<String> ending(
      Section section, ProvisioningOrder order, ReadDomain.Result domain) {
    return section == Section.RENEWAL_MODE
        ? suspensions
            .find(order.content().account(), order.content().domain())
            .filter(ending -> !ending.isOfAnotherName(domain.createdAt(), domain.transferredAt()))
            .map(UpdateWords::ends)
        : Optional.empty();
  }

  /** Why a registrant is not the one whose details are ordered; empty if it is. */
  private Optional<String> otherRegistrant(
      ProvisioningOrder order, NameState state, @Nullable Update earlier) {
    if (!order.content().as(UpdateOrder.class).sections().contains(Section.REGISTRANT_DETAILS)) {
      return Optional.empty();
    }
    if (earlier == null && state.sameRegistrant()) {
      return Optional.empty();
    }
    Optional<String> meant =
        earlier == null ? reverted.registrant(order) : RevertedUpdate.first(earlier.before());
    Optional<String> ours = RevertedUpdate.first(updateSettings.of(order));
    String present = ((Presence.Here) state.found()).domain().ownerContact();
    return meant.isEmpty()
            || meant.get().equals(present)
            || ours.filter(handle -> handle.equals(present)).isPresent()
        ? Optional.empty()
        : Optional.of(
            "the registrant was changed meanwhile; these are the details of the former one");
  }

  private static Optional<String> unknownRegistrant(ProvisioningOrder order, NameState state) {
    boolean needed = order.content().as(UpdateOrder.class).registrantDetails() != null;
    return needed && state.registrant() == null
        ? Optional.of("the registrar does not show the registrant's data to this account")
        : Optional.empty();
  }
}
