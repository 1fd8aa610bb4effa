package io.domainflow.security.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Grants permissions for a task only to its candidate groups. The engine would also grant them to
 * the assignee, for as long as the task is open: even after it was unassigned, and to a user of any
 * group.
 */
class TaskRights extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String assignee) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String before, String owner) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
    return NONE;
  }

  /** Whether the user who is logged in to the engine may work on a task. */
  static boolean mayWorkOn(TaskEntity task, CommandContext context) {
    try {
      context
          .getProcessEngineConfiguration()
          .getCommandCheckers()
          .forEach(checker -> checker.checkTaskWork(task));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }
}
