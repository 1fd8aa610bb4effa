package io.domainflow.process.transfersetup;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.TransferSetup;
import java.util.Optional;

/** Decides whether the order's contacts may be set on a name that has arrived. */
final class StartOfChange {

  private StartOfChange() {}

  /** Why they may not be set; empty if they may. */
  static Optional<String> refusal(ProvisioningOrder order, TransferSetup setup) {
    if (setup.tradePending()) {
      return Optional.of(
          "A change of registrant is under way already. Nothing was sent. Wait for its end and"
              + " choose Retry to look again, or leave the domain as it is.");
    }
    if (!setup.withoutContacts()) {
      return Optional.of(
          "The domain has contacts, and a transfer never replaces them. Nothing was sent. To give it"
              + " another registrant, order a change of registrant.");
    }
    if (setup.contactsReplacedAt() != null) {
      return Optional.of(
          "The registrar has had the order's contacts already, and they are not sent twice. Nothing"
              + " was sent. Leave the domain as it is and order a change of registrant.");
    }
    if (order.content().registrant() == null) {
      return Optional.of(
          "The order has no registrant that the domain could get. Nothing was sent. Set the"
              + " contacts at the registrar and choose Retry, or leave the domain as it is and"
              + " order a change of registrant.");
    }
    return Optional.empty();
  }
}
