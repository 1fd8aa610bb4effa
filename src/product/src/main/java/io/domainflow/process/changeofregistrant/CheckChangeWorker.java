package io.domainflow.process.changeofregistrant;

import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.changeofregistrant.ChangeDryRun.Tried;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.tld.FormOperation;
import org.springframework.stereotype.Component;

/**
 * Tries the change without requesting it.
 *
 * <ul>
 *   <li>{@code Err_ChangeNotSent}: the registrar would refuse the change
 *   <li>{@code Err_OnlyAnUpdate}: the registrar wants a plain update instead
 * </ul>
 */
@Component
class CheckChangeWorker implements Worker.Asking<Tried> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final RegistrantChanges changes;
  private final FieldsToSend fields;
  private final ChangeDryRun trial;
  private final ChangeRefusals refusals;

  CheckChangeWorker(
      Orders orders,
      OrderPurchases purchases,
      RegistrantChanges changes,
      FieldsToSend fields,
      ChangeDryRun trial,
      ChangeRefusals refusals) {
    this.orders = orders;
    this.purchases = purchases;
    this.changes = changes;
    this.fields = fields;
    this.trial = trial;
    this.refusals = refusals;
  }

  @Override
  public Tried ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return trial.run(
        order,
        fields.of(order.content(), FormOperation.TRADE),
        changes.get(order.id()).beforeOrThrow().priceClass(),
        registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Tried tried) {
    if (changes.get(order.id()).isOnlyAnUpdate(order, tried.updateWanted())) {
      return StepResult.error(ChangeOfRegistrantProcess.ERROR_ONLY_AN_UPDATE);
    }
    if (!tried.possible()) {
      orders.refused(order.id(), refusals.of(tried.wordsOrThrow()));
      return StepResult.error(ChangeOfRegistrantProcess.ERROR_CHANGE_NOT_SENT);
    }
    purchases.quoted(order.id(), tried.quote());
    return StepResult.done(
        StepVariables.of(
            ChangeOfRegistrantProcess.PRICE_TO_APPROVE,
            ChangePrice.isToApprove(order, tried.quote())));
  }
}
