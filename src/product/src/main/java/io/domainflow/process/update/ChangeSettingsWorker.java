package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.SectionObstacles;
import io.domainflow.process.update.ChangeSettingsWorker.Changed;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sets the sections that differ, each with its own call: a refusal of one neither undoes nor hides
 * another. Each call states the complete wanted value, so that it may be repeated. Reading the name
 * back shows whether the change took effect.
 */
@Component
class ChangeSettingsWorker implements Worker.Asking<Changed> {

  private static final List<Section> IN_THIS_ORDER =
      List.of(Section.NAMESERVERS, Section.CONTACTS, Section.PRIVACY, Section.RENEWAL_MODE);

  /**
   * The outcome of the calls.
   *
   * @param found the name as it was before the calls
   * @param refusals why sections were not accepted, for people
   * @param pending whether the registry has yet to carry something out
   * @param changeRuns whether a change of registrant runs
   */
  record Changed(
      ReadDomain.Result found,
      Map<Section, String> refusals,
      boolean pending,
      boolean changeRuns) {}

  private final UpdateSettings updateSettings;
  private final SectionObstacles obstacles;
  private final AgreedValues agreed;
  private final Updates updates;

  ChangeSettingsWorker(
      UpdateSettings updateSettings,
      SectionObstacles obstacles,
      AgreedValues agreed,
      Updates updates) {
    this.updateSettings = updateSettings;
    this.obstacles = obstacles;
    this.agreed = agreed;
    this.updates = updates;
  }

  @Override
  public Changed ask(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderContent content = order.content();
    ReadDomain.Result domain = registrar.ask(content.account(), new ReadDomain(content.domain()));
    updates.begin(order.id(), UpdateBefore.of(order, domain.settings(), updates.get(order.id())));
    NameSettings wanted = updateSettings.of(order);
    Set<Section> open =
        SectionStates.in(
            states(order, wanted, domain, updates.get(order.id())), SectionState.WANTED);
    boolean changeRuns =
        open.contains(Section.REGISTRANT_DETAILS)
            && RunningChange.of(order, registrar.reader(content.account()));
    Map<Section, String> refusals = new EnumMap<>(Section.class);
    for (Section section : open) {
      if (!agreed.mayBeSent(order, section)) {
        refusals.put(section, UpdateWords.NOT_AGREED);
        continue;
      }
      obstacles
          .of(section, content.domain(), wanted, domain)
          .ifPresent(obstacle -> refusals.put(section, obstacle));
    }
    boolean pending = false;
    List<Section> possible = sorted(open, wanted);
    possible.removeAll(refusals.keySet());
    possible.removeAll(UpdateSettings.withoutHandle(order));
    Optional<RegistrarFailure> later = Optional.empty();
    for (Section section : possible) {
      if (later.isPresent() && section == Section.TRANSFER_LOCK) {
        // The lock, which is closed last, could prevent the remaining sections.
        break;
      }
      try {
        pending |= set(section, content, wanted, registrar);
      } catch (Refused e) {
        // Including «not found»: the name was there just now, so a new value is what was not found.
        refusals.put(section, UpdateWords.refused(section, wanted.contacts().keySet(), e));
      } catch (CreditUsedUp e) {
        later = later.or(() -> Optional.of(e));
      } catch (Unavailable e) {
        if (e.isRegistrarAway()) {
          throw e;
        }
        later = later.or(() -> Optional.of(e));
      }
    }
    // The remaining sections are tried again; the others are done.
    if (later.isPresent()) {
      throw later.get();
    }
    return new Changed(domain, refusals, pending, changeRuns);
  }

  private static Map<Section, SectionResult> states(
      ProvisioningOrder order, NameSettings wanted, ReadDomain.Result domain, Update update) {
    return SectionStates.of(
        order.content().as(UpdateOrder.class).sections(),
        UpdateSettings.withoutHandle(order),
        wanted,
        update.before(),
        domain.settings(),
        update.results());
  }

  /** Opens the lock before all other changes, which it could prevent, and closes it after them. */
  private static List<Section> sorted(Set<Section> open, NameSettings wanted) {
    List<Section> sorted = new ArrayList<>(IN_THIS_ORDER);
    sorted.add(
        Boolean.FALSE.equals(wanted.transferLock()) ? 0 : sorted.size(), Section.TRANSFER_LOCK);
    sorted.retainAll(open);
    return sorted;
  }

  /** Sets a section, and returns whether it is pending. */
  private static boolean set(
      Section section, OrderContent content, NameSettings wanted, RegistrarGateway registrar) {
    if (section == Section.RENEWAL_MODE) {
      registrar.ensure(
          content.account(),
          new SetRenewalMode(
              content.domain(),
              Objects.requireNonNull(wanted.renewalMode(), "it is one of the sections")));
      return false;
    }
    boolean dns = section == Section.NAMESERVERS && content.as(UpdateOrder.class).registrarDns();
    NameSettings alone = dns ? NameSettings.NOTHING : wanted.only(EnumSet.of(section));
    return registrar
        .ensure(content.account(), new UpdateDomain(content.domain(), alone, dns))
        .pending();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Changed changed) {
    NameSettings wanted = updateSettings.of(order);
    Update update = updates.get(order.id());
    Map<Section, SectionResult> states = states(order, wanted, changed.found(), update);
    // A section is sent, and compared with the name, once all of its contacts have a handle.
    Set<Section> withoutHandle = UpdateSettings.withoutHandle(order);
    Set<Section> compared = EnumSet.complementOf(SectionStates.in(states, SectionState.REFUSED));
    compared.removeAll(withoutHandle);
    updates.plan(order.id(), wanted.only(compared), update.before());
    Set<Section> sent = SectionStates.in(states, SectionState.WANTED);
    sent.removeAll(withoutHandle);
    states.forEach(
        (section, result) ->
            updates.conclude(
                order.id(),
                section,
                result.state(),
                sent.contains(section) ? changed.refusals().get(section) : result.reason()));
    updates.pending(order.id(), changed.pending());
    return registrantToChange(
        sent.contains(Section.REGISTRANT_DETAILS)
            && !changed.refusals().containsKey(Section.REGISTRANT_DETAILS)
            && !changed.changeRuns());
  }

  private static StepResult registrantToChange(boolean toChange) {
    return StepResult.done(StepVariables.of(DomainUpdateProcess.REGISTRANT_TO_CHANGE, toChange));
  }

  /** A departure of the name is detected when it is read back. */
  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    return registrantToChange(false);
  }
}
