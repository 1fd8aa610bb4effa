package io.domainflow.process.outgoingtransfer;

import io.domainflow.consent.NameDisputed;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.process.EngineRights;
import io.domainflow.process.domain.NameKey;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A request for a name over which a dispute begins is decided anew: the name does not leave. */
@Component
class DisputedRequests {

  private final StoredDomains domains;
  private final RuntimeService runtime;
  private final EngineRights rights;

  DisputedRequests(StoredDomains domains, @Lazy RuntimeService runtime, EngineRights rights) {
    this.domains = domains;
    this.runtime = runtime;
    this.rights = rights;
  }

  @EventListener
  void disputed(NameDisputed disputed) {
    for (String account : domains.accounts(disputed.domain())) {
      rights.use(
          () ->
              runtime
                  .createMessageCorrelation(OutgoingTransferProcess.MESSAGE_CHANGED)
                  .processInstanceBusinessKey(new NameKey(account, disputed.domain()).text())
                  .correlateAllWithResult());
    }
  }
}
