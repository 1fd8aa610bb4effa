package io.domainflow.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Evaluates deployed decision tables, outside of any process. The engine's own service would write
 * each answer into the history; here nothing is recorded.
 */
@Component
public class DecisionTables {

  private final RepositoryService repository;
  private final EngineRights rights;
  private final DmnEngine engine;

  /** By the id of the definition, whose content never changes. */
  private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

  DecisionTables(RepositoryService repository, EngineRights rights) {
    this.repository = repository;
    this.rights = rights;
    this.engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  }

  /**
   * The result of the latest version of a table.
   *
   * @param facts inputs by name
   * @return outputs by name
   * @throws IllegalStateException if no rule matches: the table does not cover the case
   */
  public Map<String, Object> decide(String decision, Map<String, Object> facts) {
    DmnDecision table =
        parsed.computeIfAbsent(rights.use(() -> id(decision)), id -> parse(decision, id));
    DmnDecisionResult result = engine.evaluateDecision(table, facts);
    if (result.isEmpty()) {
      throw new IllegalStateException("no rule of the decision table " + decision + " matches");
    }
    return result.getSingleResult().getEntryMap();
  }

  private DmnDecision parse(String decision, String id) {
    try (InputStream table = rights.use(() -> repository.getDecisionModel(id))) {
      return engine.parseDecision(decision, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String id(String decision) {
    DecisionDefinition latest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(decision)
            .latestVersion()
            .singleResult();
    return latest.getId();
  }
}
