package io.domainflow.process.transfersetup;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.NameSetup;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.progress.TransferSetups;
import io.domainflow.process.domain.OrderedSettings;
import io.domainflow.process.transfersetup.SetLockAndNameserversWorker.Settings;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets the transfer lock and the name servers of a name that has arrived, if they differ from the
 * order: most registries let a transfer change neither. A refusal is noted and shows when the name
 * is read back.
 */
@Component
class SetLockAndNameserversWorker implements Worker.Asking<Settings> {

  /**
   * Their outcome.
   *
   * @param refusal the registrar's words; null if it did not refuse
   */
  record Settings(@Nullable String refusal, boolean pending) {

    static final Settings UNCHANGED = new Settings(null, false);
  }

  private final TransferSetups setups;
  private final CommandJournal journal;

  SetLockAndNameserversWorker(TransferSetups setups, CommandJournal journal) {
    this.setups = setups;
    this.journal = journal;
  }

  @Override
  public Settings ask(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderContent content = order.content();
    NameSetup ordered = content.as(NameSetup.class);
    ReadDomain.Result domain = registrar.ask(content.account(), new ReadDomain(content.domain()));
    NameSettings wanted = differing(ordered, domain);
    if (wanted.sections().isEmpty()) {
      return Settings.UNCHANGED;
    }
    try {
      return set(content, wanted, registrar);
    } catch (Refused e) {
      if (wanted.sections().size() > 1) {
        // Usually it is the name servers that are refused, and the name must not stay unlocked for
        // that.
        lockAlone(content, wanted, registrar);
      }
      return new Settings(e.words(), false);
    }
  }

  private static NameSettings differing(NameSetup ordered, ReadDomain.Result domain) {
    boolean otherHosts = OrderedSettings.nameservers(ordered.nameservers(), domain).isPresent();
    return new NameSettings(
        otherHosts ? ordered.nameservers() : null,
        TransferLock.differs(ordered, domain) ? ordered.transferLock() : null,
        null,
        null,
        Map.of());
  }

  private static Settings set(
      OrderContent ordered, NameSettings wanted, RegistrarGateway registrar) {
    UpdateDomain.Result set =
        registrar.ensure(ordered.account(), new UpdateDomain(ordered.domain(), wanted, false));
    return new Settings(null, set.pending());
  }

  private static void lockAlone(
      OrderContent ordered, NameSettings wanted, RegistrarGateway registrar) {
    try {
      set(ordered, wanted.only(EnumSet.of(Section.TRANSFER_LOCK)), registrar);
    } catch (Refused e) {
      // Then the lock was refused, and the first text says so too.
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Settings settings) {
    setups.settings(order.id(), settings.refusal(), settings.pending());
    if (settings.pending()) {
      journal.sends(order.id());
    }
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    return conclude(order, Settings.UNCHANGED);
  }
}
