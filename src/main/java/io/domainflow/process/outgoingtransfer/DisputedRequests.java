package io.domainflow.process.outgoingtransfer;

import io.domainflow.consent.NameDisputed;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.EngineRights;
import io.domainflow.process.domain.NameKey;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A request for a name over which a dispute begins is decided anew, and its holder told anew: the
 * name does not leave.
 */
@Component
class DisputedRequests {

  private final StoredDomains domains;
  private final OutgoingTransfers transfers;
  private final RuntimeService runtime;
  private final EngineRights rights;

  DisputedRequests(
      StoredDomains domains,
      OutgoingTransfers transfers,
      @Lazy RuntimeService runtime,
      EngineRights rights) {
    this.domains = domains;
    this.transfers = transfers;
    this.runtime = runtime;
    this.rights = rights;
  }

  @EventListener
  void disputed(NameDisputed disputed) {
    for (String account : domains.accounts(disputed.domain())) {
      NameKey key = new NameKey(account, disputed.domain());
      transfers.lock(account, disputed.domain()).ifPresent(transfers::holderToTell);
      rights.use(
          () -> {
            // who is asked is asked anew; where nobody is, the look finds out
            tell(key, OutgoingTransferProcess.MESSAGE_CHANGED);
            tell(key, OutgoingTransferProcess.MESSAGE_NEWS);
            return null;
          });
    }
  }

  private void tell(NameKey key, String message) {
    runtime.createMessageCorrelation(message).processInstanceBusinessKey(key.text()).correlateAll();
  }
}
