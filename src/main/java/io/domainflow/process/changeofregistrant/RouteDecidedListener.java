package io.domainflow.process.changeofregistrant;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes the route that the policy's table gives. */
@Component
class RouteDecidedListener implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    Map<String, Object> decided = Decided.in(execution);
    execution.setVariable(
        ChangeOfRegistrantProcess.ROUTE, decided.get(ChangeOfRegistrantProcess.ROUTE));
    execution.setVariable(
        ChangeOfRegistrantProcess.CONSENTS_NEEDED,
        decided.get(ChangeOfRegistrantProcess.CONSENTS_NEEDED));
  }
}
