package io.domainflow.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.jspecify.annotations.Nullable;

/** Reads which fields the deployed forms of tasks and starts ask for. */
class CamundaForms {

  private final ObjectMapper json;

  CamundaForms(ObjectMapper json) {
    this.json = json;
  }

  /** The fields that the form of a task sends; none without a form. */
  Set<String> fieldsOf(TaskEntity task, CommandContext context) {
    task.initializeFormKey();
    return fields(task.getCamundaFormRef(), task.getProcessDefinition().getDeploymentId(), context);
  }

  /** The fields that the start form of a process sends; none without a form. */
  Set<String> fieldsOf(ProcessDefinitionEntity process, CommandContext context) {
    StartFormHandler start = process.getStartFormHandler();
    return start == null
        ? Set.of()
        : fields(
            start.createStartFormData(process).getCamundaFormRef(),
            process.getDeploymentId(),
            context);
  }

  private Set<String> fields(
      @Nullable CamundaFormRef reference, String deployment, CommandContext context) {
    if (reference == null) {
      return Set.of();
    }
    // The permissions for forms are not those for tasks.
    return context.runWithoutAuthorization(
        () -> {
          CamundaFormDefinition form =
              new GetCamundaFormDefinitionCmd(reference, deployment).execute(context);
          return form == null ? Set.of() : fields(form, context);
        });
  }

  private Set<String> fields(CamundaFormDefinition form, CommandContext context) {
    try (InputStream text =
        new GetDeploymentResourceCmd(form.getDeploymentId(), form.getResourceName())
            .execute(context)) {
      return json.readTree(text).findParents("key").stream()
          // Tasklist sends back fields that are only shown
          .filter(field -> !field.path("disabled").asBoolean())
          .map(field -> field.path("key"))
          .map(JsonNode::asText)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
