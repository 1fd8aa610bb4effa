package io.domainflow.process.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.OrderInput;
import io.domainflow.order.OrderRejected;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.EnteredTime;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProblemText;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes what an operator decided about a transfer that cannot go on: new values, which are checked
 * as those of a new order are, or a time until which it rests. An auth code leaves the process
 * here.
 */
@Component
class TransferCorrectedListener implements ExecutionListener {

  private static final List<String> MEMBERS = List.of("authCode", "period");
  private static final String UNTIL = "until";
  private static final Duration LONGEST_WAIT = Duration.ofDays(366);

  private final Orders orders;
  private final OrderInput input;
  private final ObjectMapper json;
  private final Clock clock;

  TransferCorrectedListener(Orders orders, @Lazy OrderInput input, ObjectMapper json, Clock clock) {
    this.orders = orders;
    this.input = input;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    String decision = (String) execution.getVariable(OrderVariables.DECISION);
    if (decision.equals("WAIT")) {
      execution.setVariable(
          DomainTransferProcess.WAIT_UNTIL, Date.from(until(execution.getVariable(UNTIL))));
    }
    if (decision.equals("RETRY")) {
      revise(execution, order);
    }
    orders.refused(order.id(), null);
  }

  private void revise(DelegateExecution execution, ProvisioningOrder order) {
    ObjectNode corrections = json.createObjectNode();
    for (String member : MEMBERS) {
      if (execution.getVariable(member) instanceof String text && !text.isBlank()) {
        corrections.put(member, text.strip());
      }
    }
    if (corrections.isEmpty()) {
      return;
    }
    try {
      input.revise(order, corrections, CurrentLogin.acting());
    } catch (OrderRejected e) {
      throw refused(ProblemText.of(e.problems(), Optional.empty()));
    }
  }

  private Instant until(Object given) {
    Instant until;
    try {
      until = EnteredTime.of(given);
    } catch (DateTimeException e) {
      throw refused(
          "«Wait until» must be a date such as 2026-12-24, or a time such as 2026-12-24T10:00:00Z");
    }
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_WAIT))) {
      throw refused("«Wait until» must be in the future, and within a year");
    }
    return until;
  }

  private static InvalidRequestException refused(String message) {
    return new InvalidRequestException(Status.BAD_REQUEST, message);
  }
}
