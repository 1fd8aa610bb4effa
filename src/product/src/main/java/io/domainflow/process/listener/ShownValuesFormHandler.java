package io.domainflow.process.listener;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.AbstractFormFieldType;
import org.camunda.bpm.engine.impl.form.type.BooleanFormType;
import org.camunda.bpm.engine.impl.form.type.StringFormType;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Gives a form the values that it shows when somebody opens it, without storing them as variables.
 * A user who may see a task but not work on it gets none, because they contain data of registrants.
 */
class ShownValuesFormHandler implements TaskFormHandler {

  private final TaskFormHandler original;
  private final Function<TaskEntity, Map<String, Object>> shown;

  ShownValuesFormHandler(
      TaskFormHandler original, Function<TaskEntity, Map<String, Object>> shown) {
    this.original = original;
    this.shown = shown;
  }

  @Override
  public TaskFormData createTaskForm(TaskEntity task) {
    TaskFormData form = original.createTaskForm(task);
    if (!mayWorkOn(task)) {
      return form;
    }
    shown.apply(task).entrySet().stream()
        .map(ShownValuesFormHandler::field)
        .forEach(form.getFormFields()::add);
    return form;
  }

  @Override
  public void parseConfiguration(
      Element element,
      DeploymentEntity deployment,
      ProcessDefinitionEntity process,
      BpmnParse parse) {
    original.parseConfiguration(element, deployment, process, parse);
  }

  @Override
  public void submitFormVariables(VariableMap submitted, VariableScope scope) {
    original.submitFormVariables(submitted, scope);
  }

  private static boolean mayWorkOn(TaskEntity task) {
    try {
      Context.getProcessEngineConfiguration()
          .getCommandCheckers()
          .forEach(checker -> checker.checkTaskWork(task));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private static FormFieldImpl field(Map.Entry<String, Object> value) {
    boolean flag = value.getValue() instanceof Boolean;
    AbstractFormFieldType type = flag ? new BooleanFormType() : new StringFormType();
    FormFieldImpl field = new FormFieldImpl();
    field.setId(value.getKey());
    field.setType(type);
    field.setValue(
        flag
            ? Variables.booleanValue((Boolean) value.getValue())
            : Variables.stringValue((String) value.getValue()));
    return field;
  }
}
