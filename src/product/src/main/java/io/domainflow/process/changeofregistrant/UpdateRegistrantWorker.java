package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.ContactRole;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.tld.FormOperation;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives the name the new contact by a plain update, at most once. With some accounts the registrar
 * turns it into a change of registrant with mails, without saying so; the next check detects that.
 *
 * <ul>
 *   <li>{@code Err_ChangeNotSent}: the registrar refuses, or the change cannot be made by an
 *       update, or the name is now disputed or has another registrant than the one compared
 * </ul>
 */
@Component
class UpdateRegistrantWorker implements Worker.Changing<ReplaceContacts.Result> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final RegistrantChanges changes;
  private final ChangeRoute route;
  private final ChangeDryRun trial;
  private final DisputeHolds holds;
  private final ChangeWait wait;
  private final FieldsToSend fields;
  private final ChangeRefusals refusals;

  UpdateRegistrantWorker(
      Orders orders,
      OrderPurchases purchases,
      RegistrantChanges changes,
      ChangeRoute route,
      ChangeDryRun trial,
      DisputeHolds holds,
      ChangeWait wait,
      FieldsToSend fields,
      ChangeRefusals refusals) {
    this.orders = orders;
    this.purchases = purchases;
    this.changes = changes;
    this.route = route;
    this.trial = trial;
    this.holds = holds;
    this.wait = wait;
    this.fields = fields;
    this.refusals = refusals;
  }

  @Override
  public Mutation<ReplaceContacts.Result> prepare(ProvisioningOrder order) {
    return new ReplaceContacts(
        order.content().domain(),
        Map.of(ContactRole.REGISTRANT, order.purchase().handleOrThrow(ContactRole.REGISTRANT)),
        fields.of(order.content(), FormOperation.UPDATE),
        fields.costExtra(order.content(), FormOperation.UPDATE));
  }

  /**
   * An update asks nobody: it is only for changes that the policy or the registrar wants as an
   * update.
   */
  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    RegistrantChange change = changes.get(order.id());
    Before before = change.beforeOrThrow();
    Reader reader = registrar.reader(order.content().account());
    boolean forAnUpdate =
        route.isUpdate(order.content(), before)
            || change.isOnlyAnUpdate(
                order,
                trial
                    .run(
                        order,
                        fields.of(order.content(), FormOperation.TRADE),
                        before.priceClass(),
                        reader)
                    .updateWanted());
    if (!forAnUpdate
        || holds.isHeld(order.content().domain())
        || !CurrentRegistrant.isStill(before, order.content().domain(), reader)) {
      throw new NotToBeSent(notSent());
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ReplaceContacts.Result updated) {
    boolean extras = fields.costExtra(order.content(), FormOperation.UPDATE);
    purchases.charged(order.id(), extras ? Charged.YES : Charged.NO);
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(wait.begins(order, updated.pending()));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    orders.refused(order.id(), refusals.of(refusal));
    return notSent();
  }

  private static StepResult notSent() {
    return StepResult.error(ChangeOfRegistrantProcess.ERROR_CHANGE_NOT_SENT);
  }
}
