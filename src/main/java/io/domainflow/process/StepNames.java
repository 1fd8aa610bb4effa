package io.domainflow.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the steps of processes are called in their models. */
@Component
public class StepNames {

  private final RepositoryService repository;
  private final EngineRights rights;

  // lazy, because incidents are told from inside the engine
  StepNames(@Lazy RepositoryService repository, EngineRights rights) {
    this.repository = repository;
    this.rights = rights;
  }

  /**
   * The name of a step.
   *
   * @param processDefinitionId the version of the process
   * @param activity its id in the model, which is given back where it has no name
   */
  public String of(String processDefinitionId, String activity) {
    ModelElementInstance element =
        rights
            .use(() -> repository.getBpmnModelInstance(processDefinitionId))
            .getModelElementById(activity);
    return element instanceof FlowElement step && step.getName() != null
        ? step.getName().replaceAll("\\s+", " ").strip()
        : activity;
  }
}
