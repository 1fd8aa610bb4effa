package io.domainflow.security;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Keeps from analysts what may be personal data: what people have written to tasks, and what the
 * forms of tasks show of orders. They may read all history, for which the engine asks for no other
 * right.
 */
class LookersOn extends CommandInterceptor {

  private static final Set<String> WHO_WORK_ON_ORDERS =
      Set.of(
          EngineGroup.OPERATORS.id(), EngineGroup.APPROVERS.id(), EngineGroup.ADMINISTRATORS.id());

  private static final Set<Class<?>> FOR_WHO_WORKS_ON_ORDERS =
      Set.of(
          GetProcessInstanceCommentsCmd.class,
          GetTaskCommentCmd.class,
          GetTaskCommentsCmd.class,
          GetTaskEventsCmd.class,
          GetTaskFormCmd.class,
          GetRenderedTaskFormCmd.class,
          GetTaskFormVariablesCmd.class);

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
          "Comments and forms may hold personal data, which is not shown to analysts. Nothing was"
              + " changed.");
    }
    T result = next.execute(command);
    if (command instanceof UserOperationLogQueryImpl && result instanceof List<?> entries) {
      entries.forEach(LookersOn::hideWords);
    }
    return result;
  }

  private static boolean onlyLooks(Authentication user) {
    return user != null
        && user.getGroupIds() != null
        && user.getGroupIds().contains(EngineGroup.ANALYSTS.id())
        && user.getGroupIds().stream().noneMatch(WHO_WORK_ON_ORDERS::contains);
  }

  // Of a comment that was changed or deleted the log has the old words and the new.
  private static void hideWords(Object entry) {
    if (entry instanceof UserOperationLogEntryEventEntity written) {
      if (UserOperationLogEntry.OPERATION_TYPE_UPDATE_COMMENT.equals(written.getOperationType())
          || UserOperationLogEntry.OPERATION_TYPE_DELETE_COMMENT.equals(written.getOperationType())
          || "deleteReason".equals(written.getProperty())) {
        written.setOrgValue(HIDDEN);
        written.setNewValue(HIDDEN);
      }
      if (written.getAnnotation() != null) {
        written.setAnnotation(HIDDEN);
      }
    }
  }
}
