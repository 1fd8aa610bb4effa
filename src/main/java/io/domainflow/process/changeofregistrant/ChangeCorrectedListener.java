package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.OrderInput;
import io.domainflow.order.OrderRejected;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProblemText;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes what an operator decided about a change that cannot go on. Corrected data of the new
 * registrant is checked as that of a new order is, and leaves the process here.
 */
@Component
class ChangeCorrectedListener implements ExecutionListener {

  private final Orders orders;
  private final OrderInput input;
  private final ObjectMapper json;

  ChangeCorrectedListener(Orders orders, @Lazy OrderInput input, ObjectMapper json) {
    this.orders = orders;
    this.input = input;
    this.json = json;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if ("RETRY".equals(execution.getVariable(OrderVariables.DECISION))) {
      revise(execution, order);
    }
    orders.refused(order.id(), null);
  }

  private void revise(DelegateExecution execution, ProvisioningOrder order) {
    ObjectNode corrections = json.createObjectNode();
    if (!NewRegistrantForm.correct(
        execution::getVariable,
        order.request().registrant(),
        corrections.putObject("registrant"))) {
      return;
    }
    try {
      input.revise(order, corrections, CurrentLogin.acting());
    } catch (OrderRejected e) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, ProblemText.of(asTheFormSays(e.problems()), Optional.empty()));
    }
  }

  private static List<FieldProblem> asTheFormSays(List<FieldProblem> problems) {
    return problems.stream()
        .map(
            problem ->
                new FieldProblem(
                    problem.field().replaceFirst("^registrant", "newRegistrant"),
                    problem.code(),
                    problem.message()))
        .toList();
  }
}
