package io.domainflow.process.task;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.Variable;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** A person's decision in a user task, with the values entered in its form. */
public final class Decision {

  private final DelegateExecution execution;
  private final ProvisioningOrder order;

  Decision(DelegateExecution execution, ProvisioningOrder order) {
    this.execution = execution;
    this.order = order;
  }

  /** The order it is about, locked until the decision is stored. */
  public ProvisioningOrder order() {
    return order;
  }

  /** Name of the task, as people read it. */
  public String taskName() {
    return execution.getCurrentActivityName();
  }

  /** The decision, such as {@code GIVE_UP}; null where the task leaves no choice. */
  public @Nullable String answer() {
    return (String) execution.getVariable(OrderVariables.DECISION);
  }

  /** Whether this is the decision. */
  public boolean is(String answer) {
    return answer.equals(answer());
  }

  /** The value of a field, or of the variable of that name. */
  public @Nullable Object value(String field) {
    return execution.getVariable(field);
  }

  /** Whether the form has sent a field, even if it is empty. */
  public boolean has(String field) {
    return execution.hasVariable(field);
  }

  /** The text that was entered in a field, without spaces around it; empty if there is none. */
  public String text(String field) {
    return execution.getVariable(field) instanceof String text ? text.strip() : "";
  }

  /**
   * The same, for a required field.
   *
   * @param label of the field in the form, in its quotes
   * @throws InvalidRequestException if it is empty
   */
  public String required(String field, String label) {
    String text = text(field);
    if (text.isEmpty()) {
      throw refused(label + " must be filled in for this decision. Nothing was sent.");
    }
    return text;
  }

  /** Login of the person who decides. */
  public String login() {
    return CurrentLogin.acting();
  }

  /** The groups of the person who decides. */
  public List<String> groups() {
    return CurrentLogin.groups();
  }

  /** The value of a process variable; null if it is not set. */
  public <T> @Nullable T get(Variable<T> variable) {
    return variable.of(execution);
  }

  /** Sets a variable that the model needs to continue. */
  public <T> void set(Variable<T> variable, T value) {
    variable.set(execution, value);
  }

  /** Refuses the decision, if there is a reason to. */
  public static void refuse(Optional<String> reason) {
    if (reason.isPresent()) {
      throw refused(reason.get());
    }
  }

  /** An exception that refuses what was entered, with a message for people; to be thrown. */
  public static InvalidRequestException refused(String message) {
    return new InvalidRequestException(Status.BAD_REQUEST, message);
  }
}
