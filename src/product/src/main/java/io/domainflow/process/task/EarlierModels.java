package io.domainflow.process.task;

import io.domainflow.process.EngineRights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs at startup when nothing needs {@link RetiredListeners} any longer. */
@Component
class EarlierModels {

  private static final Logger log = LoggerFactory.getLogger(EarlierModels.class);

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final EngineRights rights;

  EarlierModels(RepositoryService repository, RuntimeService runtime, EngineRights rights) {
    this.repository = repository;
    this.runtime = runtime;
    this.rights = rights;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    List<ProcessDefinition> over = rights.use(this::unusedWithRetiredListeners);
    if (!over.isEmpty()) {
      log.info(
          "No instance of models that came with earlier versions of Domainflow is running: {}."
              + " A later version of Domainflow need not know their listeners.",
          over.stream()
              .map(model -> model.getKey() + " " + model.getVersionTag())
              .sorted()
              .distinct()
              .collect(Collectors.joining(", ")));
    }
  }

  /** Empty while any instance runs on a version that names a retired listener. */
  private List<ProcessDefinition> unusedWithRetiredListeners() {
    List<ProcessDefinition> earlier = earlier();
    // Instances are counted first, because reading the text of a model takes longer.
    return earlier.stream().filter(this::isRunning).anyMatch(this::namesARetiredListener)
        ? List.of()
        : earlier.stream().filter(this::namesARetiredListener).toList();
  }

  private List<ProcessDefinition> earlier() {
    List<ProcessDefinition> all = repository.createProcessDefinitionQuery().list();
    Map<String, Integer> latest =
        all.stream()
            .collect(
                Collectors.toMap(
                    ProcessDefinition::getKey, ProcessDefinition::getVersion, Math::max));
    return all.stream()
        .filter(model -> model.getVersion() < latest.getOrDefault(model.getKey(), 0))
        .toList();
  }

  private boolean namesARetiredListener(ProcessDefinition model) {
    try (InputStream stored = repository.getProcessModel(model.getId())) {
      String text = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
      return RetiredListeners.NAMES.stream().anyMatch(name -> text.contains("${" + name + "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isRunning(ProcessDefinition model) {
    return runtime.createProcessInstanceQuery().processDefinitionId(model.getId()).count() > 0;
  }
}
