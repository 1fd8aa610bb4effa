package io.domainflow.process.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskFailureCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CreateCaseInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Reads which variables a command of the engine writes or removes. The engine keeps them in
 * protected fields without getters; a missing field fails the call.
 */
final class CommandVariables {

  /**
   * The fields of each kind of command that hold the variables, or the commands that it is composed
   * of.
   */
  static final Map<Class<?>, List<String>> PLACES = places();

  private CommandVariables() {}

  private static Map<Class<?>, List<String>> places() {
    Map<Class<?>, List<String>> places = new LinkedHashMap<>();
    places.put(CompleteTaskCmd.class, List.of("variables"));
    places.put(SubmitTaskFormCmd.class, List.of("properties"));
    places.put(HandleTaskBpmnErrorCmd.class, List.of("variables"));
    places.put(HandleTaskEscalationCmd.class, List.of("variables"));

    places.put(SubmitStartFormCmd.class, List.of("variables"));
    List<String> ofStart =
        List.of(
            "instantiationBuilder.modificationBuilder.processVariables",
            "instantiationBuilder.modificationBuilder.operations");
    places.put(StartProcessInstanceCmd.class, ofStart);
    places.put(StartProcessInstanceAtActivitiesCmd.class, ofStart);
    places.put(EvaluateStartConditionCmd.class, List.of("builder.variables"));
    places.put(
        AbstractCorrelateMessageCmd.class,
        List.of(
            "builder.payloadProcessInstanceVariables",
            "builder.payloadProcessInstanceVariablesLocal",
            "builder.payloadProcessInstanceVariablesToTriggeredScope"));
    places.put(CorrelateAllMessageBatchCmd.class, List.of("variables"));
    places.put(
        MessageEventReceivedCmd.class,
        List.of("processVariables", "processVariablesLocal", "processVariablesToTriggeredScope"));
    places.put(SignalEventReceivedCmd.class, List.of("builder.variables"));
    places.put(SignalCmd.class, List.of("processVariables"));

    places.put(AbstractSetVariableCmd.class, List.of("variables"));
    places.put(AbstractRemoveVariableCmd.class, List.of("variableNames"));
    places.put(AbstractPatchVariablesCmd.class, List.of("variables", "deletions"));
    places.put(SetVariablesToProcessInstancesBatchCmd.class, List.of("variables"));

    places.put(CompleteExternalTaskCmd.class, List.of("variables", "localVariables"));
    places.put(HandleExternalTaskFailureCmd.class, List.of("variables", "localVariables"));
    places.put(HandleExternalTaskBpmnErrorCmd.class, List.of("variables"));

    List<String> ofModification = List.of("builder.processVariables", "builder.operations");
    places.put(ModifyProcessInstanceCmd.class, ofModification);
    places.put(ModifyProcessInstanceAsyncCmd.class, ofModification);
    places.put(AbstractModificationCmd.class, List.of("builder.instructions"));
    places.put(AbstractRestartProcessInstanceCmd.class, List.of("builder.instructions"));
    places.put(AbstractInstantiationCmd.class, List.of("variables", "variablesLocal"));
    places.put(AbstractMigrationCmd.class, List.of("executionBuilder.migrationPlan.variables"));

    places.put(CreateCaseInstanceCmd.class, List.of("variables"));
    places.put(
        CaseExecutionVariableCmd.class,
        List.of("variables", "variablesLocal", "variablesDeletions", "variablesLocalDeletions"));
    return places;
  }

  /** The variables that the command writes; one that it removes has no value. */
  static VariableMap of(Command<?> command) {
    VariableMap written = Variables.createVariables();
    collect(command, written);
    return written;
  }

  /** The value of a command's field. */
  static Object field(Object command, String place) {
    return new DirectFieldAccessor(command).getPropertyValue(place);
  }

  private static void collect(Object command, VariableMap written) {
    PLACES.forEach(
        (type, places) -> {
          if (type.isInstance(command)) {
            places.forEach(place -> add(field(command, place), written));
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static void add(Object found, VariableMap written) {
    if (found instanceof Map<?, ?> variables) {
      VariableMap typed = Variables.fromMap((Map<String, Object>) variables);
      typed.keySet().forEach(name -> written.putValueTyped(name, typed.getValueTyped(name)));
    } else if (found instanceof Collection<?> parts) {
      parts.forEach(part -> addPart(part, written));
    }
  }

  private static void addPart(Object part, VariableMap written) {
    if (part instanceof String name) {
      written.putValue(name, null);
    } else {
      collect(part, written);
    }
  }
}
