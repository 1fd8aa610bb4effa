package io.domainflow.process.update;

import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.registrar.command.ReadDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Records the success of an update, and the resulting settings of the name. */
@Component
class UpdateOutcome {

  private final Orders orders;
  private final Updates updates;
  private final DomainReadings readings;
  private final RevertedUpdate reverted;

  UpdateOutcome(Orders orders, Updates updates, DomainReadings readings, RevertedUpdate reverted) {
    this.orders = orders;
    this.updates = updates;
    this.readings = readings;
    this.reverted = reverted;
  }

  /** Records it with only the results of the sections. */
  void record(ProvisioningOrder order, ReadDomain.Result domain) {
    record(order, domain, "");
  }

  /**
   * Records it.
   *
   * @param more further sentences besides the results of the sections; empty for none
   */
  void record(ProvisioningOrder order, ReadDomain.Result domain, String more) {
    readings.store(order, domain);
    updates.after(order.id(), domain.settings());
    Update update = updates.get(order.id());
    List<String> remarks = new ArrayList<>();
    Set<Section> refused = SectionStates.in(update.results(), SectionState.REFUSED);
    if (!refused.isEmpty()) {
      remarks.add("Not changed: " + UpdateWords.reasons(update, refused) + ".");
    }
    Set<Section> done = SectionStates.in(update.results(), SectionState.DONE);
    Set<Section> undone = reverted.changedSince(order, update.wanted(), update.before());
    undone.retainAll(done);
    if (!undone.isEmpty()) {
      remarks.add(UpdateWords.undoneToo(undone));
    }
    if (!more.isEmpty()) {
      remarks.add(more);
    }
    orders.recordOutcome(
        order.id(),
        new Outcome(
            !done.isEmpty() || !refused.isEmpty()
                ? Outcome.Code.UPDATED
                : Outcome.Code.NOTHING_TO_CHANGE,
            domain.periodEnd(),
            domain.renewalMode().orElse(null),
            domain.transferLockedUntil().orElse(null),
            remarks.isEmpty() ? null : String.join(" ", remarks)));
  }
}
