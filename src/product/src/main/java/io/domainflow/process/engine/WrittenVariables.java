package io.domainflow.process.engine;

import static io.domainflow.process.engine.CommandVariables.field;
import static java.util.stream.Collectors.joining;

import io.domainflow.model.Text;
import io.domainflow.process.ProcessContract;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Lets people, administrators included, write only the variables that a form asks for, and only by
 * submitting it, whichever REST API or web application they use: the variables that decide a
 * process are written by the application.
 *
 * <ul>
 *   <li>A task is completed with fields of its form, each a text, a number or true or false.
 *   <li>A process for an order starts with the members of an order, each a text, a number, true or
 *       false, or JSON, which the intake checks; any other process with fields of its start form.
 *   <li>Every other command that carries variables is refused, with or without a task: nothing here
 *       needs it.
 * </ul>
 *
 * <p>Checks only what a person sends, not what the application itself does while the engine
 * executes it.
 */
class WrittenVariables extends CommandInterceptor {

  /** Longest text, in characters: the limit of everything that a form shows and sends back. */
  static final int LONGEST_TEXT = 100_000;

  /** Most variables at a start: an order has fewer members, and its form fewer fields. */
  static final int MOST_MEMBERS = 100;

  private static final int MOST_NAMED = 5;

  private final Supplier<@Nullable Authentication> currentUser;
  private final List<ProcessContract> orders;
  private final CamundaForms forms;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser who is logged in; gives null when the engine acts in its own name
   * @param orders the processes that carry out orders
   */
  WrittenVariables(
      Supplier<@Nullable Authentication> currentUser,
      List<ProcessContract> orders,
      CamundaForms forms) {
    this.currentUser = currentUser;
    this.orders = orders;
    this.forms = forms;
  }

  @Override
  public <T> T execute(Command<T> command) {
    boolean sentByAPerson = currentUser.get() != null && Context.getCommandContext() == null;
    VariableMap written = sentByAPerson ? CommandVariables.of(command) : null;
    if (written == null || written.isEmpty()) {
      return next.execute(command);
    }
    return next.execute(
        context -> {
          check(command, written, context);
          return command.execute(context);
        });
  }

  private void check(Command<?> command, VariableMap written, CommandContext context) {
    if (command instanceof SubmitTaskFormCmd
        || (command instanceof CompleteTaskCmd && !(command instanceof ResolveTaskCmd))) {
      checkTask((String) field(command, "taskId"), written, context);
    } else if (command instanceof SubmitStartFormCmd
        || command instanceof StartProcessInstanceCmd) {
      checkStart(process(command, context), written, context);
    } else {
      throw new AuthorizationException(
          "Variables are written by the application, and by the forms of tasks when they are"
              + " completed: "
              + named(written.keySet())
              + " cannot be changed. Nothing was changed.");
    }
  }

  private void checkTask(@Nullable String id, VariableMap written, CommandContext context) {
    TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
    if (task == null) {
      return; // the engine says so
    }
    // Only users who may work on a task may learn the fields of its form.
    context
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(checker -> checker.checkTaskWork(task));
    checkFields(forms.fieldsOf(task, context), written);
  }

  private void checkStart(
      ProcessDefinitionEntity process, VariableMap written, CommandContext context) {
    if (orders.stream().noneMatch(order -> order.key().equals(process.getKey()))) {
      checkFields(forms.fieldsOf(process, context), written);
    } else if (written.size() > MOST_MEMBERS) {
      throw refused("An order has at most " + MOST_MEMBERS + " variables, not " + written.size());
    } else {
      checkMembers(written);
    }
  }

  /** Refuses members of types that the engine would fail to store before the intake reads them. */
  private static void checkMembers(VariableMap written) {
    List<String> others =
        written.keySet().stream()
            .filter(name -> !isMember(written.getValueTyped(name)))
            .sorted()
            .toList();
    if (!others.isEmpty()) {
      throw refused(named(others) + " must be of type String, Boolean or Json");
    }
  }

  private static boolean isMember(@Nullable TypedValue value) {
    return value instanceof JsonValue || isSingle(value);
  }

  private static void checkFields(Set<String> fields, VariableMap written) {
    List<String> others =
        written.keySet().stream().filter(name -> !fields.contains(name)).sorted().toList();
    if (!others.isEmpty()) {
      throw refused("The form has no field " + named(others) + ", so it cannot be written");
    }
    written
        .keySet()
        .forEach(
            name -> {
              if (!isPlain(written.getValueTyped(name))) {
                throw refused(
                    "«"
                        + name
                        + "» must be a text of at most "
                        + LONGEST_TEXT
                        + " characters, a number, or true or false");
              }
            });
  }

  private static boolean isPlain(@Nullable TypedValue value) {
    return isSingle(value)
        && !(value != null
            && value.getValue() instanceof String text
            && text.length() > LONGEST_TEXT);
  }

  /** Whether it is a text, a number, true, false or nothing. */
  private static boolean isSingle(@Nullable TypedValue value) {
    if (value instanceof SerializableValue || value instanceof FileValue) {
      return false;
    }
    Object plain = value == null ? null : value.getValue();
    return plain == null
        || plain instanceof String
        || plain instanceof Boolean
        || plain instanceof Number;
  }

  private static ProcessDefinitionEntity process(Command<?> command, CommandContext context) {
    DeploymentCache processes = context.getProcessEngineConfiguration().getDeploymentCache();
    String place = command instanceof SubmitStartFormCmd ? "" : "instantiationBuilder.";
    String id = (String) field(command, place + "processDefinitionId");
    return id == null
        ? processes.findDeployedLatestProcessDefinitionByKey(
            (String) field(command, place + "processDefinitionKey"))
        : processes.findDeployedProcessDefinitionById(id);
  }

  // There may be thousands of names, each as long as a request.
  private static String named(Collection<String> names) {
    String first =
        names.stream()
            .limit(MOST_NAMED)
            .map(name -> "«" + Text.printable(name) + "»")
            .collect(joining(", "));
    int more = names.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static InvalidRequestException refused(String what) {
    return new InvalidRequestException(Status.BAD_REQUEST, what + ". Nothing was changed.");
  }
}
