package io.domainflow.process.webhooktrouble;

import io.domainflow.callback.Deliveries;
import io.domainflow.callback.Endpoints;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Enables a webhook again and sends the events that were not delivered. */
@Component
class WebhookReplayedListener implements ExecutionListener {

  private final Endpoints endpoints;
  private final Deliveries deliveries;

  WebhookReplayedListener(@Lazy Endpoints endpoints, @Lazy Deliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  @Override
  public void notify(DelegateExecution execution) {
    UUID endpoint = WebhookTroubleProcess.endpoint(execution.getProcessBusinessKey());
    endpoints.enable(endpoint);
    deliveries.sendAgainSince(endpoint, null);
  }
}
