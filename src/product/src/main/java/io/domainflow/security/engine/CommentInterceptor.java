package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;

import jakarta.ws.rs.core.Response.Status;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Lets users write and read comments only on tasks that they may work on. The engine requires the
 * permission for the whole history of a process before it accepts a comment, and checks nothing
 * else.
 */
class CommentInterceptor extends CommandInterceptor {

  /** Longest comment, in characters: it is a note for colleagues, not a place for documents. */
  static final int LONGEST = 1000;

  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   */
  CommentInterceptor(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (currentUser.get() == null) {
      return next.execute(command);
    }
    if (command instanceof AddCommentCmd comment) {
      return next.execute(context -> command.execute(checked(comment, context)));
    }
    if (command instanceof GetTaskCommentCmd || command instanceof GetTaskCommentsCmd) {
      return next.execute(context -> readable(command, context).execute(context));
    }
    if (command instanceof HistoricTaskInstanceQueryImpl query && query.getTaskId() != null) {
      return next.execute(
          context ->
              mayWorkOn(query.getTaskId(), context)
                  ? context.runWithoutAuthorization(() -> command.execute(context))
                  : command.execute(context));
    }
    return next.execute(command);
  }

  // As exceptions of the REST API, which would replace the engine's own messages.
  private static CommandContext checked(AddCommentCmd comment, CommandContext context) {
    DirectFieldAccessor fields = new DirectFieldAccessor(comment);
    String text = (String) fields.getPropertyValue("message");
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "A comment must have 1 to " + LONGEST + " characters. Nothing was stored.");
    }
    String taskId = (String) fields.getPropertyValue("taskId");
    if (!mayWorkOn(taskId, context)) {
      throw new InvalidRequestException(
          Status.FORBIDDEN,
          "You may comment on open tasks of your groups only. Nothing was stored.");
    }
    // The task says where the comment belongs; ids sent by the caller could name another order.
    fields.setPropertyValue(
        "processInstanceId", context.getTaskManager().findTaskById(taskId).getProcessInstanceId());
    return context;
  }

  // The engine checks no permission if a comment is named by its id.
  private static <T> Command<T> readable(Command<T> command, CommandContext context) {
    String taskId = (String) field(command, "taskId");
    if (!mayWorkOn(taskId, context)) {
      context
          .getProcessEngineConfiguration()
          .getCommandCheckers()
          .forEach(CommandChecker::checkReadHistoryAnyProcessDefinition);
    }
    return command;
  }

  private static boolean mayWorkOn(@Nullable String taskId, CommandContext context) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    return task != null && TaskRights.mayWorkOn(task, context);
  }
}
