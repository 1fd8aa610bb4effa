package io.domainflow.process.deletion;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the state of a name at the registrar, before its deletion and after it. */
@Component
class DeletionStateReader {

  private final NameInAccount names;

  DeletionStateReader(NameInAccount names) {
    this.names = names;
  }

  /**
   * A name that is to be deleted.
   *
   * @param leaving whether a transfer is under way
   * @param restorable for how long it could be restored; null if not stated
   * @param restorePrice the price of a restore; null if not stated
   */
  record Checked(
      Presence found,
      boolean leaving,
      @Nullable Duration restorable,
      @Nullable Money restorePrice) {}

  /**
   * A name that was to be deleted.
   *
   * @param deleted whether it is gone
   * @param left set if it was transferred away instead of deleted; null otherwise
   * @param pending whether the registrar shows a pending deletion
   * @param restorableUntil the last moment to restore it; null if not stated, or not possible
   */
  record Stands(
      boolean deleted,
      @Nullable Failure left,
      boolean pending,
      @Nullable Instant restorableUntil) {}

  /** Reads a name before its deletion. */
  Checked check(DomainName name, Reader registrar) {
    Presence found = names.find(name, registrar);
    return found instanceof Presence.Here here
        ? new Checked(
            found,
            isLeaving(name, registrar),
            restorable(name, registrar),
            restorePrice(here.domain().priceClass(), registrar))
        : new Checked(found, false, null, null);
  }

  /** Reads a name after its deletion. A name that is no longer in the account is gone. */
  Stands read(DomainName name, Reader registrar) {
    Optional<ReadDomain.Result> standing =
        registrar.domain(name).filter(domain -> domain.state().status() != DomainStatus.DELETED);
    if (standing.isPresent()) {
      return new Stands(false, null, standing.get().deleting(), null);
    }
    return names
        .left(name, registrar)
        .map(left -> new Stands(false, left, false, null))
        .orElseGet(() -> new Stands(true, null, false, restorableUntil(name, registrar)));
  }

  private static @Nullable Instant restorableUntil(DomainName name, Reader registrar) {
    return registrar.deleted(name).map(ReadDeletedDomain.Result::until).orElse(null);
  }

  private static boolean isLeaving(DomainName name, Reader registrar) {
    return registrar
        .transfer(name)
        .filter(transfer -> transfer.type() != ReadTransfer.Type.TRADE)
        .filter(transfer -> !transfer.state().isOver())
        .isPresent();
  }

  private static @Nullable Duration restorable(DomainName name, Reader registrar) {
    try {
      return registrar.ask(new ReadRegistryRules(name)).restorable();
    } catch (Refused e) {
      return null;
    }
  }

  private static @Nullable Money restorePrice(@Nullable String priceClass, Reader registrar) {
    if (priceClass == null) {
      return null;
    }
    try {
      return registrar.ask(new ReadAccount()).restorePrice(priceClass).orElse(null);
    } catch (Refused e) {
      return null;
    }
  }
}
