package io.domainflow.process.registration;

import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import org.springframework.stereotype.Component;

/** Chase registration: the registry has not decided in time. */
@Component
class ChaseRegistration implements UserTask {

  private final PaperWait paper;
  private final RegistrationWait wait;

  ChaseRegistration(PaperWait paper, RegistrationWait wait) {
    this.paper = paper;
    this.wait = wait;
  }

  @Override
  public String id() {
    return "Task_ChaseRegistration";
  }

  @Override
  public Waits waits(OpenTask task) {
    return paper
        .overdue(task)
        .orElseGet(
            () ->
                task.operator(
                    Code.REGISTRATION_OVERDUE,
                    "the registry has not decided on "
                        + task.order().content().domain().unicode()
                        + " in time; an operator decides whether to keep waiting"));
  }

  /** Sets the next deadline, whatever was decided: giving up is a step of the model. */
  @Override
  public void decided(Decision decision) {
    decision.set(DomainRegistrationProcess.REGISTRATION_DEADLINE, wait.nextDeadline());
  }
}
