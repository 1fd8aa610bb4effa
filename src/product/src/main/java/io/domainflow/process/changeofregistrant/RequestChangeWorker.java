package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.ContactRole;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.tld.FormOperation;
import org.springframework.stereotype.Component;

/**
 * Requests the change at the registrar, at most once, and confirms for the sides that have
 * consented.
 *
 * <ul>
 *   <li>{@code Err_ChangeNotSent}: the registrar refuses, or a precondition no longer holds: a
 *       consent, the price, the registrant who was compared, or that the name is undisputed. Where
 *       the registrar wants a plain update instead, that is recorded, and the next check takes that
 *       route
 * </ul>
 */
@Component
class RequestChangeWorker implements Worker.Changing<ChangeRegistrant.Result> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final DisputeHolds holds;
  private final FieldsToSend fields;
  private final ChangeWait wait;
  private final ChangeRefusals refusals;

  RequestChangeWorker(
      Orders orders,
      OrderPurchases purchases,
      RegistrantChanges changes,
      ChangeConsents consents,
      DisputeHolds holds,
      FieldsToSend fields,
      ChangeWait wait,
      ChangeRefusals refusals) {
    this.orders = orders;
    this.purchases = purchases;
    this.changes = changes;
    this.consents = consents;
    this.holds = holds;
    this.fields = fields;
    this.wait = wait;
    this.refusals = refusals;
  }

  @Override
  public Mutation<ChangeRegistrant.Result> prepare(ProvisioningOrder order) {
    return new ChangeRegistrant(
        order.content().domain(),
        order.purchase().handleOrThrow(ContactRole.REGISTRANT),
        confirmations(changes.get(order.id())),
        fields.of(order.content(), FormOperation.TRADE));
  }

  private static Confirmations confirmations(RegistrantChange change) {
    Terms terms = change.terms();
    return terms != null && terms.consentsNeeded()
        ? new Confirmations(
            terms.agentForNew(),
            terms.agentForPrior(),
            change.beforeOrThrow().optOutPossible() ? terms.optOut() : null)
        : Confirmations.NONE;
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    Quote agreed = order.purchase().quote();
    Before before = changes.get(order.id()).beforeOrThrow();
    Reader reader = registrar.reader(order.content().account());
    ChangePrice.Stated price =
        ChangePrice.ask(order.content().domain(), before.priceClass(), reader);
    Quote now = price.quote();
    if (holds.isHeld(order.content().domain())
        || !consents.areAllGiven(order)
        || price.unreadable() != null
        || !ChangePrice.isSame(agreed, now)
        || ChangePrice.isToApprove(order, now)
        || !CurrentRegistrant.isStill(before, order.content().domain(), reader)) {
      throw new NotToBeSent(notSent());
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ChangeRegistrant.Result requested) {
    Quote quote = order.purchase().quote();
    boolean free = ChangePrice.isFree(quote);
    if (free) {
      purchases.notBought(order.id());
    } else {
      purchases.bought(order.id(), quote == null ? null : quote.price());
    }
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(wait.begins(order, requested.pending()));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (refusals.wantsUpdate(refusal.words())) {
      changes.updateWanted(order.id(), order.purchase().handleOrThrow(ContactRole.REGISTRANT));
    } else {
      orders.refused(order.id(), refusals.of(refusal));
    }
    return notSent();
  }

  private static StepResult notSent() {
    return StepResult.error(ChangeOfRegistrantProcess.ERROR_CHANGE_NOT_SENT);
  }
}
