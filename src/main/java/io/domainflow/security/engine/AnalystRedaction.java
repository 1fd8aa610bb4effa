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
 * Keeps from analysts what may be personal data in lists that they may read: whatever people have
 * written in the engine. Comments, attachments and forms are closed to them as a whole ({@link
 * CommandTable}).
 */
class AnalystRedaction extends CommandInterceptor {

  /** The engine's own; all other words for why something was deleted may be a person's. */
  private static final Set<String> REASONS_OF_THE_ENGINE =
      Set.of(TaskEntity.DELETE_REASON_COMPLETED, TaskEntity.DELETE_REASON_DELETED);

  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Stands in front of one chain of the engine.
   *
   * @param currentUser who is logged in; gives null when the engine itself acts
   */
  AnalystRedaction(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!onlyLooks(currentUser.get())) {
      return next.execute(command);
    }
    // Its transaction is over: what is hidden in it is not stored.
    T result = next.execute(command);
    if (result instanceof List<?> all) {
      all.forEach(AnalystRedaction::hideWords);
    } else {
      hideWords(result);
    }
    return result;
  }

  private static boolean onlyLooks(@Nullable Authentication user) {
    return user != null && HiddenText.onlyLook(user.getGroupIds());
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

  // Of a comment that was changed or deleted the log has the old words and the new.
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
