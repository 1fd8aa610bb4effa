package io.domainflow.process.webhooktrouble;

import io.domainflow.callback.Endpoints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Disables a webhook because an operator has decided so. */
@Component
class WebhookDisabledListener implements ExecutionListener {

  private final Endpoints endpoints;

  WebhookDisabledListener(@Lazy Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public void notify(DelegateExecution execution) {
    endpoints.disable(
        WebhookTroubleProcess.endpoint(execution.getProcessBusinessKey()),
        "An operator has disabled it, because the receiver did not accept the events.");
  }
}
