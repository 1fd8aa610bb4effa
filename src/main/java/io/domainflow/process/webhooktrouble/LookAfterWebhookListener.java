package io.domainflow.process.webhooktrouble;

import io.domainflow.callback.Endpoints;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says in the list of tasks which receiver it is about. */
@Component
class LookAfterWebhookListener implements TaskListener {

  private final Endpoints endpoints;

  LookAfterWebhookListener(@Lazy Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public void notify(DelegateTask task) {
    endpoints
        .find(WebhookTroubleProcess.endpoint(task.getExecution().getProcessBusinessKey()))
        .ifPresent(endpoint -> task.setName(task.getName() + ": " + endpoint.host()));
  }
}
