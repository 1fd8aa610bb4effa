package io.domainflow.process.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.OrderInput;
import io.domainflow.order.OrderRejected;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProblemText;
import io.domainflow.process.ProcessOrders;
import io.domainflow.tld.TldCatalogue;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes the values that an operator corrected. They are checked as those of a new order are; the
 * operator reads what is wrong and the task stays.
 */
@Component
class RegistrationCorrectedListener implements ExecutionListener {

  private final Orders orders;
  private final OrderInput input;
  private final CorrectionAnswers answers;
  private final TldCatalogue tlds;

  RegistrationCorrectedListener(
      Orders orders, @Lazy OrderInput input, CorrectionAnswers answers, TldCatalogue tlds) {
    this.orders = orders;
    this.input = input;
    this.answers = answers;
    this.tlds = tlds;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if ("GIVE_UP".equals(execution.getVariable(OrderVariables.DECISION))) {
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.REGISTRAR_REFUSED,
              "The registrar refused to register "
                  + order.request().domain().unicode()
                  + ": «"
                  + order.purchase().refusal().words()
                  + "». Somebody decided not to correct it. Nothing was bought.",
              order.failure() == null ? null : order.failure().registrarCode()));
      return;
    }
    try {
      ObjectNode corrections = answers.of(execution, order);
      if (!corrections.isEmpty()) {
        input.revise(order, corrections, CurrentLogin.acting());
      }
    } catch (OrderRejected e) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          e,
          ProblemText.of(e.problems(), tlds.policyOfOrdered(order.request().domain()).form()));
    }
    orders.refused(order.id(), null);
  }
}
