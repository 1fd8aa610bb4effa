package io.domainflow.process.registration;

import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import org.springframework.stereotype.Component;

/** Resolve difference: the name is registered, but not as it was ordered. */
@Component
class ResolveDifference implements UserTask {

  @Override
  public String id() {
    return "Task_ResolveDifference";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(
        Code.REGISTERED_DIFFERENTLY,
        "the name is registered, but differs from the order: "
            + task.get(DomainRegistrationProcess.DIFFERENCE_TEXT));
  }
}
