package io.domainflow.process.webhooktrouble;

import io.domainflow.callback.EndpointEscalation;
import io.domainflow.callback.WebhookEndpoint;
import io.domainflow.process.EngineRights;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Opens one task for each endpoint in trouble, until it works again or somebody has decided. */
@Component
class WebhookTasks implements EndpointEscalation {

  private final RuntimeService runtime;
  private final EngineRights rights;

  WebhookTasks(@Lazy RuntimeService runtime, EngineRights rights) {
    this.runtime = runtime;
    this.rights = rights;
  }

  @Override
  public void ask(WebhookEndpoint endpoint) {
    String businessKey = WebhookTroubleProcess.businessKey(endpoint.id());
    if (runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(WebhookTroubleProcess.KEY)
            .processInstanceBusinessKey(businessKey)
            .count()
        == 0) {
      runtime.startProcessInstanceByMessage(
          WebhookTroubleProcess.MESSAGE_WEBHOOK_IN_TROUBLE, businessKey);
    }
  }

  @Override
  public void close(UUID endpoint) {
    // The owner may remove the webhook, and has no permissions in the engine.
    rights.use(
        () ->
            runtime
                .createMessageCorrelation(WebhookTroubleProcess.MESSAGE_WEBHOOK_WELL)
                .processInstanceBusinessKey(WebhookTroubleProcess.businessKey(endpoint))
                .correlateAllWithResult());
  }
}
