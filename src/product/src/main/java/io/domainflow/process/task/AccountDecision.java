package io.domainflow.process.task;

import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.Variable;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** A person's decision in a task about an account, with the values entered in its form. */
public final class AccountDecision {

  private final DelegateExecution execution;

  AccountDecision(DelegateExecution execution) {
    this.execution = execution;
  }

  /** The business key of the task's process. */
  public String subject() {
    return execution.getProcessBusinessKey();
  }

  /** Whether this is the decision. */
  public boolean is(String answer) {
    return answer.equals(execution.getVariable(OrderVariables.DECISION));
  }

  /**
   * The text entered in a required field, without spaces around it.
   *
   * @param label of the field in the form, in its quotes
   * @throws InvalidRequestException if it is empty
   */
  public String required(String field, String label) {
    String text = execution.getVariable(field) instanceof String entered ? entered.strip() : "";
    if (text.isEmpty()) {
      throw refused(label + " must be filled in for this decision. Nothing was sent.");
    }
    return text;
  }

  /** The value of a process variable; null if it is not set. */
  public <T> @Nullable T get(Variable<T> variable) {
    return variable.of(execution);
  }

  /** Sets a variable that the model needs to continue. */
  public <T> void set(Variable<T> variable, T value) {
    variable.set(execution, value);
  }

  /** Login of the person who decides. */
  public String login() {
    return CurrentLogin.acting();
  }

  /** An exception that refuses what was entered, with a message for people; to be thrown. */
  public static InvalidRequestException refused(String message) {
    return new InvalidRequestException(Status.BAD_REQUEST, message);
  }
}
