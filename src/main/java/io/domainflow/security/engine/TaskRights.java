package io.domainflow.security.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Has rights on a task come from its candidate groups alone. The engine would also give them to the
 * user it is assigned to, for as long as it is open: also after it was taken back, and to a user of
 * any group.
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
