package io.domainflow.process.changeofregistrant;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.content.OrderContent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.Confirmations;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries a change of registrant without requesting it, and asks for its price. Nothing is confirmed
 * here, because there may be no consent yet.
 */
@Component
class ChangeDryRun {

  private final ChangeRefusals refusals;

  ChangeDryRun(ChangeRefusals refusals) {
    this.refusals = refusals;
  }

  /**
   * The registrar's answer.
   *
   * @param updateWanted whether the registrar wants a plain update instead
   * @param words why it would refuse the change; null if it would not
   * @param quote null if the registrar states no price
   */
  record Tried(
      boolean possible, boolean updateWanted, @Nullable String words, @Nullable Quote quote) {

    /** Why the registrar would refuse a change that is not possible. */
    String wordsOrThrow() {
      return Objects.requireNonNull(words, "it would be refused");
    }
  }

  /**
   * Tries the change.
   *
   * @param fields the additional fields that the change is sent with
   * @param priceClass price class of the name; null for its zone's
   */
  Tried run(
      ProvisioningOrder order,
      AdditionalFields fields,
      @Nullable String priceClass,
      Reader registrar) {
    OrderContent content = order.content();
    @Nullable String words;
    try {
      CheckRegistrantChange.Result check =
          registrar.ask(
              new CheckRegistrantChange(
                  content.domain(), newRegistrant(order), Confirmations.NONE, fields));
      words = check.possible() ? null : check.text();
    } catch (Refused e) {
      words = e.words();
    }
    if (words != null && !refusals.lacksOnlyConfirmation(words)) {
      return new Tried(false, refusals.wantsUpdate(words), words, null);
    }
    ChangePrice.Stated price = ChangePrice.ask(content.domain(), priceClass, registrar);
    return price.unreadable() == null
        ? new Tried(true, false, null, price.quote())
        : new Tried(false, false, price.refusal(), null);
  }

  // An order that has not been placed has no contact at the registrar yet.
  private static Contact newRegistrant(ProvisioningOrder order) {
    String handle = order.purchase().handles().get(ContactRole.REGISTRANT);
    return handle == null ? order.content().registrantOrThrow() : Contact.ofHandle(handle);
  }
}
