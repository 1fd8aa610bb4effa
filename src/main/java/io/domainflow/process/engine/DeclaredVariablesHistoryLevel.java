package io.domainflow.process.engine;

import io.domainflow.process.DeclaredVariables;
import java.util.List;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history, except that only declared variables are in it: what a caller or a form brings along
 * is moved out in the same transaction and must not stay behind in the engine's history.
 */
final class DeclaredVariablesHistoryLevel implements HistoryLevel {

  static final String NAME = "domainflow";

  // Stored in the database by the engine; never to be changed.
  private static final int ID = 31;

  private final List<DeclaredVariables> contracts;

  DeclaredVariablesHistoryLevel(List<DeclaredVariables> contracts) {
    this.contracts = contracts;
  }

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    if (type.equals(HistoryEventTypes.FORM_PROPERTY_UPDATE)) {
      return false;
    }
    if (entity instanceof VariableInstanceEntity variable) {
      return isDeclared(variable.getName());
    }
    if (entity instanceof HistoricVariableUpdateEventEntity update) {
      return isDeclared(update.getVariableName());
    }
    return true;
  }

  private boolean isDeclared(String name) {
    return contracts.stream().anyMatch(contract -> contract.declares(name));
  }
}
