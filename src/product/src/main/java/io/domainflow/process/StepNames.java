package io.domainflow.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the names of process steps from their models. */
@Component
public class StepNames {

  private final RepositoryService repository;
  private final EngineRights rights;
  // a version of a process never changes, and otherwise the engine would be asked for each row of a
  // list
  private final Map<Step, String> known = new ConcurrentHashMap<>();

  // lazy, because incidents are reported from inside the engine
  StepNames(@Lazy RepositoryService repository, EngineRights rights) {
    this.repository = repository;
    this.rights = rights;
  }

  /**
   * The name of a step.
   *
   * @param processDefinitionId the version of the process
   * @param activity its id in the model, which is returned if the step has no name
   */
  public String of(String processDefinitionId, String activity) {
    Step step = new Step(processDefinitionId, activity);
    String name = known.get(step);
    if (name == null) {
      // reading twice at the same time does no harm, and no lock is held while the engine is asked
      name = read(step);
      known.put(step, name);
    }
    return name;
  }

  private record Step(String definition, String activity) {}

  private String read(Step wanted) {
    ModelElementInstance element =
        rights
            .use(() -> repository.getBpmnModelInstance(wanted.definition()))
            .getModelElementById(wanted.activity());
    return element instanceof FlowElement step && step.getName() != null
        ? step.getName().replaceAll("\\s+", " ").strip()
        : wanted.activity();
  }
}
