package io.domainflow.process.engine;

import io.domainflow.process.DeclaredVariables;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history, with two exceptions. Only declared variables are in it: what a caller or a form
 * sends is moved out in the same transaction and must not remain in the engine's history. And what
 * nobody reads is not written: earlier values of a variable, and the creation and success of an
 * external task, which its activity shows.
 */
final class DeclaredVariablesHistoryLevel implements HistoryLevel {

  static final String NAME = "domainflow";

  // The engine stores it in the database; it must never change.
  private static final int ID = 31;

  private static final Set<HistoryEventType> READ_BY_NOBODY =
      Set.of(
          HistoryEventTypes.FORM_PROPERTY_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.EXTERNAL_TASK_CREATE,
          HistoryEventTypes.EXTERNAL_TASK_SUCCESS,
          HistoryEventTypes.EXTERNAL_TASK_DELETE);

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
    if (READ_BY_NOBODY.contains(type)) {
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
