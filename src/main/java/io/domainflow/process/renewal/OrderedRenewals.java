package io.domainflow.process.renewal;

import io.domainflow.order.domain.DomainLeftAccount;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.domain.NameList.Listing;
import io.domainflow.process.domain.NameListFollower;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Corrects what ended orders say about renewals that were only ordered, once these can no longer
 * come: the name is gone, or its renewal mode is another one.
 */
@Component
class OrderedRenewals implements NameListFollower {

  private final Renewals renewals;

  OrderedRenewals(Renewals renewals) {
    this.renewals = renewals;
  }

  @Override
  public Runnable follow(String account, Listing listing, RegistrarGateway registrar) {
    return () -> renewals.correctNotCharged(account, null);
  }

  @EventListener
  void gone(DomainLeftAccount gone) {
    renewals.correctNotCharged(gone.account(), gone.domain());
  }
}
