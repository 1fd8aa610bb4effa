package io.domainflow.process.webhooktrouble;

import io.domainflow.callback.Endpoint;
import io.domainflow.callback.Endpoints;
import io.domainflow.process.TaskRow;
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
        .ifPresent(endpoint -> say(task, endpoint));
  }

  private static void say(DelegateTask task, Endpoint endpoint) {
    task.setName(task.getName() + ": " + endpoint.host());
    TaskRow.about(
        task,
        "The webhook of " + endpoint.owner() + " takes no calls; its system hears of no order.");
  }
}
