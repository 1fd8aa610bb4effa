package io.domainflow.security;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Keeps from analysts what may be personal data: whatever people have written or put there in the
 * engine, and what the forms of tasks show of orders. They may read all history, for which the
 * engine asks for no other right.
 */
class LookersOn extends CommandInterceptor {

  private static final Set<Class<?>> FOR_WHO_WORKS_ON_ORDERS =
      Set.of(
          GetAttachmentCmd.class,
          GetAttachmentContentCmd.class,
          GetProcessInstanceAttachmentsCmd.class,
          GetTaskAttachmentCmd.class,
          GetTaskAttachmentContentCmd.class,
          GetTaskAttachmentsCmd.class,
          GetProcessInstanceCommentsCmd.class,
          GetTaskCommentCmd.class,
          GetTaskCommentsCmd.class,
          GetTaskEventsCmd.class,
          GetTaskFormCmd.class,
          GetRenderedTaskFormCmd.class,
          GetTaskFormVariablesCmd.class);

  /** The engine's own; all other words for why something was deleted may be a person's. */
  private static final Set<String> REASONS_OF_THE_ENGINE =
      Set.of(TaskEntity.DELETE_REASON_COMPLETED, TaskEntity.DELETE_REASON_DELETED);

  private static final Set<String> INCIDENTS_OF_THE_ENGINE =
      Set.of(Incident.FAILED_JOB_HANDLER_TYPE, Incident.EXTERNAL_TASK_HANDLER_TYPE);

  private static final String HIDDEN = "not shown to analysts";

  private final Supplier<Authentication> currentUser;

  /**
   * Stands in front of one chain of the engine.
   *
   * @param currentUser who is logged in; gives null when the engine acts by itself
   */
  LookersOn(Supplier<Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!onlyLooks(currentUser.get())) {
      return next.execute(command);
    }
    if (FOR_WHO_WORKS_ON_ORDERS.contains(command.getClass())) {
      throw new AuthorizationException(
          "Comments, attachments and forms may hold personal data, which is not shown to analysts."
              + " Nothing was changed.");
    }
    // Its transaction is over: what is hidden in it is not stored.
    T result = next.execute(command);
    if (result instanceof List<?> all) {
      all.forEach(LookersOn::hideWords);
    } else {
      hideWords(result);
    }
    return result;
  }

  private static boolean onlyLooks(Authentication user) {
    return user != null && onlyLook(user.getGroupIds());
  }

  /** Whether who is in these groups of the engine only looks; null is taken for none. */
  static boolean onlyLook(List<String> groups) {
    return groups != null
        && LoginGroups.onlyLook(groups.stream().map(EngineGroup::authority).toList());
  }

  private static void hideWords(Object found) {
    if (found instanceof UserOperationLogEntryEventEntity entry) {
      hideWords(entry);
    } else if (found instanceof HistoricProcessInstanceEventEntity process) {
      process.setDeleteReason(withoutWords(process.getDeleteReason()));
    } else if (found instanceof HistoricTaskInstanceEventEntity task) {
      task.setDeleteReason(withoutWords(task.getDeleteReason()));
    } else if (found instanceof IncidentEntity incident) {
      incident.setAnnotation(written(incident.getAnnotation()));
      if (isMadeByHand(incident.getIncidentType())) {
        incident.setIncidentMessage(written(incident.getIncidentMessage()));
        incident.setConfiguration(written(incident.getConfiguration()));
      }
    } else if (found instanceof HistoricIncidentEventEntity incident) {
      incident.setAnnotation(written(incident.getAnnotation()));
      if (isMadeByHand(incident.getIncidentType())) {
        incident.setIncidentMessage(written(incident.getIncidentMessage()));
        incident.setConfiguration(written(incident.getConfiguration()));
      }
    }
  }

  /** What is shown in place of what a person may have written; null for nothing. */
  static String written(String text) {
    return text == null ? null : HIDDEN;
  }

  /** Whether somebody made an incident, who wrote its message, too; the others are the engine's. */
  static boolean isMadeByHand(String incidentType) {
    return !INCIDENTS_OF_THE_ENGINE.contains(incidentType);
  }

  private static String withoutWords(String reason) {
    return reason == null || REASONS_OF_THE_ENGINE.contains(reason) ? reason : HIDDEN;
  }

  // Of a comment that was changed or deleted the log has the old words and the new.
  private static void hideWords(UserOperationLogEntryEventEntity entry) {
    if (UserOperationLogEntry.OPERATION_TYPE_UPDATE_COMMENT.equals(entry.getOperationType())
        || UserOperationLogEntry.OPERATION_TYPE_DELETE_COMMENT.equals(entry.getOperationType())
        || "deleteReason".equals(entry.getProperty())) {
      entry.setOrgValue(HIDDEN);
      entry.setNewValue(HIDDEN);
    }
    if (entry.getAnnotation() != null) {
      entry.setAnnotation(HIDDEN);
    }
  }
}
