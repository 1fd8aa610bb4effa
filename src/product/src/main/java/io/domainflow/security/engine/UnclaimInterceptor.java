package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Lets the user who has claimed a task unclaim it. The engine requires the permission to assign
 * tasks for that, which would also let the user assign the task to anybody; without it, a task
 * claimed by somebody who may not approve it would be blocked for all others.
 */
class UnclaimInterceptor extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    return command instanceof AssignTaskCmd && field(command, "userId") == null
        ? next.execute(new GiveBack<>(command))
        : next.execute(command);
  }

  private record GiveBack<T>(Command<T> original) implements Command<T> {

    @Override
    public T execute(CommandContext context) {
      return isOwnTask(context)
          ? context.runWithoutAuthorization(() -> original.execute(context))
          : original.execute(context);
    }

    private boolean isOwnTask(CommandContext context) {
      Authentication user = context.getAuthentication();
      String id = (String) field(original, "taskId");
      TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
      return user != null && task != null && user.getUserId().equals(task.getAssignee());
    }
  }
}
