package io.domainflow.process.engine;

import io.domainflow.process.EngineRights;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs in one line which processes were deployed in a new version at startup. */
@Component
class ModelsDeployed {

  private static final Logger log = LoggerFactory.getLogger(ModelsDeployed.class);

  private final RepositoryService repository;
  private final EngineRights rights;
  private final Map<String, Integer> before;

  ModelsDeployed(RepositoryService repository, EngineRights rights) {
    this.repository = repository;
    this.rights = rights;
    this.before = latest();
  }

  @EventListener(ApplicationStartedEvent.class)
  void logDeployed() {
    List<String> changed =
        latest().entrySet().stream()
            .filter(model -> !model.getValue().equals(before.get(model.getKey())))
            .map(model -> model.getKey() + " " + model.getValue())
            .sorted()
            .toList();
    if (before.isEmpty()) {
      log.info("{} processes deployed on an empty database", changed.size());
    } else if (!changed.isEmpty()) {
      log.info("processes deployed in a new version: {}", String.join(", ", changed));
    }
  }

  private Map<String, Integer> latest() {
    return rights
        .use(() -> repository.createProcessDefinitionQuery().latestVersion().list())
        .stream()
        .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion));
  }
}
