package io.domainflow.process.changeofregistrant;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.account.ResellerAccount;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.RegistrantChangeOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Determines the requested mode of a change of registrant. */
@Component
class OrderedChangeMode {

  private final Accounts accounts;

  OrderedChangeMode(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * A person's choice, else the order's, else the account's.
   *
   * @param chosen null if nobody has chosen
   */
  RegistrantChangeMode of(ProvisioningOrder order, @Nullable RegistrantChangeMode chosen) {
    if (chosen != null) {
      return chosen;
    }
    RegistrantChangeMode ordered = order.content().as(RegistrantChangeOrder.class).options().mode();
    return ordered == null
        ? accounts
            .findForOrder(order.content().account())
            .map(ResellerAccount::registrantChangeMode)
            .orElse(RegistrantChangeMode.ASK)
        : ordered;
  }
}
