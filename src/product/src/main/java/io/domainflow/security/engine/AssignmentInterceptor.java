package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Lets users claim tasks only for themselves, and administrators assign them only to users who may
 * work on them. The engine accepts any name, even an unknown one: then the task would be blocked
 * for all who could do it.
 */
class AssignmentInterceptor extends CommandInterceptor {

  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   */
  AssignmentInterceptor(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Authentication user = currentUser.get();
    if (user == null) {
      return next.execute(command);
    }
    if (command instanceof ClaimTaskCmd && !user.getUserId().equals(field(command, "userId"))) {
      throw new AuthorizationException(
          "You can claim a task only for yourself. Nothing was changed. An administrator may"
              + " assign it to somebody else.");
    }
    if (command instanceof AssignTaskCmd || command instanceof SaveTaskCmd) {
      return next.execute(context -> checked(command, context).execute(context));
    }
    return next.execute(command);
  }

  private static <T> Command<T> checked(Command<T> command, CommandContext context) {
    TaskEntity task = task(command, context);
    String assignee = assignee(command);
    if (task != null && assignee != null) {
      // the engine's own refusal first: the other ones reveal users
      context
          .getProcessEngineConfiguration()
          .getCommandCheckers()
          .forEach(checker -> checker.checkTaskAssign(task));
      if (!mayWorkOn(task, assignee, context)) {
        throw new BadUserRequestException(
            "There is no user "
                + assignee
                + " who may work on this task. Nothing was changed. Choose a user of the task's"
                + " group.");
      }
    }
    return command;
  }

  private static @Nullable TaskEntity task(Command<?> command, CommandContext context) {
    return command instanceof SaveTaskCmd
        ? field(command, "task", TaskEntity.class)
        : context.getTaskManager().findTaskById((String) field(command, "taskId"));
  }

  /**
   * The user to whom a command assigns a task; null if it unassigns the task, or leaves the
   * assignee unchanged.
   */
  private static @Nullable String assignee(Command<?> command) {
    if (command instanceof SaveTaskCmd) {
      TaskEntity task = field(command, "task", TaskEntity.class);
      return task.getPropertyChanges().containsKey(TaskEntity.ASSIGNEE) ? task.getAssignee() : null;
    }
    return (String) field(command, "userId");
  }

  private static boolean mayWorkOn(TaskEntity task, String user, CommandContext context) {
    IdentityService identity = context.getProcessEngineConfiguration().getIdentityService();
    Authentication caller = identity.getCurrentAuthentication();
    List<String> groups =
        context.runWithoutAuthorization(
            () ->
                identity.createUserQuery().userId(user).count() == 0
                    ? List.<String>of()
                    : identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList());
    if (groups.isEmpty()) {
      return false;
    }
    identity.setAuthentication(user, groups);
    try {
      return TaskRights.mayWorkOn(task, context);
    } finally {
      identity.setAuthentication(caller);
    }
  }
}
