package io.domainflow.process.listener;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.client.OutOfScope;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.OrderIdentity;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.DuplicateOrder;
import io.domainflow.order.intake.OrderIntake;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.limits.TooManyOpenOrders;
import io.domainflow.owner.NotTheOwner;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.start.StartFormRefusals;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * Accepts the order when its process starts, on every API. The order's content leaves the process
 * in the same transaction: only ids and values for the model remain as variables.
 */
class IntakeListener implements ExecutionListener {

  /** Members of an order that are objects or lists; a text there is read as JSON. */
  private static final Set<String> STRUCTURED =
      Set.of(
          "registrant",
          "admin",
          "tech",
          "billing",
          "nameservers",
          "additionalFields",
          "acceptPrice",
          "claimsAcceptance",
          "consents",
          "contacts",
          "registrantDetails",
          "metadata");

  private final ProcessContract contract;
  private final OrderIntake intake;
  private final StartFormRefusals refusals;
  private final ObjectMapper json;

  IntakeListener(
      ProcessContract contract, OrderIntake intake, StartFormRefusals refusals, ObjectMapper json) {
    this.contract = contract;
    this.intake = intake;
    this.refusals = refusals;
    this.json = json;
  }

  @Override
  public void notify(DelegateExecution execution) {
    boolean fromForm = hasNoKey(execution);
    try {
      ProvisioningOrder order = accept(execution);
      if (fromForm) {
        execution.setProcessBusinessKey(order.content().reference().text());
      }
      execution.removeVariables(List.copyOf(execution.getVariableNames()));
      execution.setVariables(OrderVariables.of(OrderIdentity.of(order)));
      if (fromForm) {
        OrderVariables.ENTERED_IN_FORM.set(execution, true);
      }
      execution.setVariables(contract.initialVariables(order));
    } catch (OrderRejected e) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, e, fromForm ? refusals.text(e, execution) : e.getMessage());
    } catch (NotTheOwner e) {
      throw new InvalidRequestException(Status.NOT_FOUND, e, e.getMessage());
    } catch (OutOfScope e) {
      throw new InvalidRequestException(Status.FORBIDDEN, e, e.getMessage());
    } catch (TooManyOpenOrders e) {
      throw new InvalidRequestException(Status.TOO_MANY_REQUESTS, e, e.getMessage());
    } catch (DuplicateOrder e) {
      throw new InvalidRequestException(
          Status.CONFLICT, e, fromForm ? refusals.text(e, execution) : e.getMessage());
    }
  }

  private ProvisioningOrder accept(DelegateExecution execution) {
    ObjectNode content = json.createObjectNode();
    for (String name : execution.getVariableNames()) {
      content.set(name, node(name, execution.getVariableTyped(name, false)));
    }
    contract.readStartForm(content);
    completeFromStart(content, execution);
    return intake.accept(
        content, caller(), CurrentLogin.groups(), execution.getProcessInstanceId());
  }

  /**
   * A start through the engine says some things by the way it is made: which process, which key.
   * With a start form, Tasklist sends no key; then the reference that was entered becomes the key.
   */
  private void completeFromStart(ObjectNode content, DelegateExecution execution) {
    boolean hasReference = content.hasNonNull("reference");
    if (hasNoKey(execution)) {
      if (!hasReference) {
        throw rejected("businessKey", "REQUIRED", "is required: the order's reference");
      }
    } else if (!hasReference) {
      content.put("reference", execution.getProcessBusinessKey());
    } else if (!content
        .get("reference")
        .asText()
        .strip()
        .equals(execution.getProcessBusinessKey())) {
      throw rejected("reference", "INVALID", "must be the same as the business key");
    }
    if (!content.hasNonNull("operation")) {
      content.put("operation", contract.operations().get(0).name());
    } else if (contract.operations().stream()
        .noneMatch(each -> each.name().equals(content.get("operation").asText()))) {
      throw rejected(
          "operation", "INVALID", "must be " + contract.operations() + " for this process");
    }
  }

  private static boolean hasNoKey(DelegateExecution execution) {
    String key = execution.getProcessBusinessKey();
    return key == null || key.isEmpty();
  }

  // Other types are refused before a start by a person reaches the process.
  private JsonNode node(String name, TypedValue value) {
    if (value instanceof JsonValue structured && structured.getValueSerialized() != null) {
      return parse(name, structured.getValueSerialized());
    }
    Object plain = value.getValue();
    return plain instanceof String text && STRUCTURED.contains(name)
        ? parse(name, text)
        : json.valueToTree(plain);
  }

  private JsonNode parse(String name, String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw rejected(name, "INVALID", "is not JSON");
    }
  }

  private static String caller() {
    return CurrentLogin.inTheEngine()
        .orElseThrow(() -> new IllegalStateException("an order needs a login that places it"));
  }

  private static OrderRejected rejected(String field, String code, String message) {
    return new OrderRejected(List.of(new FieldProblem(field, code, message)));
  }
}
