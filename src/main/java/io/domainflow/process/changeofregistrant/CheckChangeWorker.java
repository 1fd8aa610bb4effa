package io.domainflow.process.changeofregistrant;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.changeofregistrant.CheckChangeWorker.Checked;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.tld.FormOperation;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tries the change without asking for it, and looks at its price. Nothing is confirmed here: there
 * may be no consent yet.
 *
 * <ul>
 *   <li>{@code Err_ChangeNotSent}: the registrar would refuse the change
 *   <li>{@code Err_OnlyAnUpdate}: the registrar wants a plain update instead
 * </ul>
 */
@Component
class CheckChangeWorker implements Worker.Repeatable<Checked> {

  /**
   * What the registrar says.
   *
   * @param updateWanted whether the registrar wants a plain update instead
   * @param quote null if the registrar states no price
   */
  record Checked(boolean possible, boolean updateWanted, String words, Quote quote) {}

  private final Orders orders;
  private final RegistrantChanges changes;
  private final FieldsToSend fields;
  private final ChangeRefusals refusals;

  CheckChangeWorker(
      Orders orders, RegistrantChanges changes, FieldsToSend fields, ChangeRefusals refusals) {
    this.orders = orders;
    this.changes = changes;
    this.fields = fields;
    this.refusals = refusals;
  }

  @Override
  public String topic() {
    return "check-change";
  }

  @Override
  public Checked ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check(order, changes.get(order.id()).before().priceClass(), registrar);
  }

  /**
   * Tries the change.
   *
   * @param priceClass of the name; null for that of its zone
   */
  Checked check(ProvisioningOrder order, String priceClass, RegistrarGateway registrar) {
    OrderRequest request = order.request();
    String words;
    try {
      CheckRegistrantChange.Result check =
          registrar.ask(
              request.account(),
              new CheckRegistrantChange(
                  request.domain(),
                  newRegistrant(order),
                  Confirmations.NONE,
                  fields.of(request, FormOperation.TRADE)));
      words = check.possible() ? null : check.text();
    } catch (Refused e) {
      words = e.words();
    }
    if (words != null && !refusals.missesConfirmation(words)) {
      return new Checked(false, refusals.wantsUpdate(words), words, null);
    }
    ChangePrice.Stated price = ChangePrice.ask(order, priceClass, registrar);
    return price.unreadable() == null
        ? new Checked(true, false, words, price.quote())
        : new Checked(false, false, price.refusal(), null);
  }

  // An order that is not placed has no contact at the registrar yet.
  private static Contact newRegistrant(ProvisioningOrder order) {
    String handle = order.purchase().handles().get(ContactRole.REGISTRANT);
    return handle == null ? order.request().registrant() : Contact.ofHandle(handle);
  }

  /**
   * Whether the registrar wants a plain update instead. Its check may let pass what it refuses when
   * it is asked for the change itself; what it has said then counts.
   */
  boolean isOnlyAnUpdate(ProvisioningOrder order, Checked checked) {
    String handle = order.purchase().handles().get(ContactRole.REGISTRANT);
    return checked.updateWanted()
        || (handle != null && handle.equals(changes.get(order.id()).course().updateWantedFor()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Checked checked) {
    if (isOnlyAnUpdate(order, checked)) {
      return StepResult.error(ChangeOfRegistrantProcess.ERROR_ONLY_AN_UPDATE);
    }
    if (!checked.possible()) {
      orders.refused(order.id(), refusals.of(checked.words()));
      return StepResult.error(ChangeOfRegistrantProcess.ERROR_CHANGE_NOT_SENT);
    }
    orders.quoted(order.id(), checked.quote());
    return StepResult.done(
        Map.of(
            ChangeOfRegistrantProcess.PRICE_TO_APPROVE,
            ChangePrice.isToApprove(order, checked.quote())));
  }
}
