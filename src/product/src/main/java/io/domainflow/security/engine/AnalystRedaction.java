package io.domainflow.security.engine;

import io.domainflow.security.HiddenText;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Hides possible personal data from analysts in lists that they may read: all texts that people
 * have written in the engine. Comments, attachments and forms are closed to them entirely ({@link
 * CommandTable}).
 */
class AnalystRedaction extends CommandInterceptor {

  /** The engine's own delete reasons; all others may have been written by a person. */
  private static final Set<String> REASONS_OF_THE_ENGINE =
      Set.of(TaskEntity.DELETE_REASON_COMPLETED, TaskEntity.DELETE_REASON_DELETED);

  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   */
  AnalystRedaction(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!isReadOnly(currentUser.get())) {
      return next.execute(command);
    }
    // Its transaction is over: hiding text in the result does not change what is stored.
    T result = next.execute(command);
    if (result instanceof List<?> all) {
      all.forEach(AnalystRedaction::hideWords);
    } else {
      hideWords(result);
    }
    return result;
  }

  private static boolean isReadOnly(@Nullable Authentication user) {
    return user != null && HiddenText.isReadOnly(user.getGroupIds());
  }

  private static void hideWords(Object found) {
    if (found instanceof UserOperationLogEntryEventEntity entry) {
      hideWords(entry);
    } else if (found instanceof HistoricProcessInstanceEventEntity process) {
      process.setDeleteReason(withoutWords(process.getDeleteReason()));
    } else if (found instanceof HistoricTaskInstanceEventEntity task) {
      task.setDeleteReason(withoutWords(task.getDeleteReason()));
    } else if (found instanceof IncidentEntity incident) {
      incident.setAnnotation(HiddenText.of(incident.getAnnotation()));
      if (HiddenText.isMadeByHand(incident.getIncidentType())) {
        incident.setIncidentMessage(HiddenText.of(incident.getIncidentMessage()));
        incident.setConfiguration(HiddenText.of(incident.getConfiguration()));
      }
    } else if (found instanceof HistoricIncidentEventEntity incident) {
      incident.setAnnotation(HiddenText.of(incident.getAnnotation()));
      if (HiddenText.isMadeByHand(incident.getIncidentType())) {
        incident.setIncidentMessage(HiddenText.of(incident.getIncidentMessage()));
        incident.setConfiguration(HiddenText.of(incident.getConfiguration()));
      }
    }
  }

  private static @Nullable String withoutWords(@Nullable String reason) {
    return reason == null || REASONS_OF_THE_ENGINE.contains(reason) ? reason : HiddenText.HIDDEN;
  }

  // For a comment that was changed or deleted, the log contains the old and the new text.
  private static void hideWords(UserOperationLogEntryEventEntity entry) {
    if (UserOperationLogEntry.OPERATION_TYPE_UPDATE_COMMENT.equals(entry.getOperationType())
        || UserOperationLogEntry.OPERATION_TYPE_DELETE_COMMENT.equals(entry.getOperationType())
        || "deleteReason".equals(entry.getProperty())) {
      entry.setOrgValue(HiddenText.HIDDEN);
      entry.setNewValue(HiddenText.HIDDEN);
    }
    entry.setAnnotation(HiddenText.of(entry.getAnnotation()));
  }
}
