package io.domainflow.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** The sequence flows of the deployed process models. */
@Component
public class ModelFlows {

  private final RepositoryService repository;
  private final EngineRights rights;
  // a version of a process never changes
  private final Map<String, List<Flow>> known = new ConcurrentHashMap<>();

  ModelFlows(RepositoryService repository, EngineRights rights) {
    this.repository = repository;
    this.rights = rights;
  }

  /**
   * A sequence flow.
   *
   * @param source id of the element that it leaves
   * @param target id of the element that it leads to
   * @param parallel whether all flows of its source are taken at once
   */
  public record Flow(String id, String source, String target, boolean parallel) {}

  /** The flows of a version of a process, by the id of its definition. */
  public List<Flow> of(String processDefinitionId) {
    return known.computeIfAbsent(processDefinitionId, this::read);
  }

  private List<Flow> read(String processDefinitionId) {
    return rights
        .use(() -> repository.getBpmnModelInstance(processDefinitionId))
        .getModelElementsByType(SequenceFlow.class)
        .stream()
        .map(
            flow ->
                new Flow(
                    flow.getId(),
                    flow.getSource().getId(),
                    flow.getTarget().getId(),
                    flow.getSource() instanceof ParallelGateway))
        .toList();
  }
}
