package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;
import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the engine commands of users: a command is refused unless the {@link CommandTable} allows
 * it for one of the user's groups. Nested commands are the engine's own and are not checked, and
 * neither are those of the application itself. Whatever refuses a command, the refusal leaves
 * nothing in the engine, but a line in the log.
 */
class RefusalLog extends CommandInterceptor {

  private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

  /** Exceptions for which the REST API would replace the message of the refusal. */
  private static final Set<Class<?>> ANSWERED_BY_REST =
      Set.of(AddCommentCmd.class, CreateAttachmentCmd.class, DeleteAttachmentCmd.class);

  private final CommandTable table = CommandTable.read();
  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Guards one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   */
  RefusalLog(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> @Nullable T execute(Command<T> command) {
    Authentication user = currentUser.get();
    if (user == null || Context.getCommandContext() != null) {
      return next.execute(command);
    }
    if (command instanceof FailedJobListener failed && wasRefused(failed)) {
      // the job has not failed: it must not lose a retry or its due date, or finally be given up
      return null;
    }
    try {
      check(command.getClass(), user.getGroupIds());
      return next.execute(command);
    } catch (AuthorizationException e) {
      note(command, user, missing(e));
      throw e;
    } catch (InvalidRequestException e) {
      if (e.getStatus() == Status.FORBIDDEN) {
        note(command, user, "");
      }
      throw e;
    }
  }

  private static void note(Command<?> command, Authentication user, String missing) {
    log.warn(
        "{} was refused to {}{}", CommandTable.name(command.getClass()), user.getUserId(), missing);
  }

  private void check(Class<?> command, @Nullable List<String> groups) {
    if (groups == null || !table.allows(command, groups)) {
      throw ANSWERED_BY_REST.contains(command)
          ? new InvalidRequestException(Status.FORBIDDEN, table.refusal(command))
          : new AuthorizationException(table.refusal(command));
    }
  }

  private static boolean wasRefused(FailedJobListener failed) {
    return field(failed, "jobFailureCollector", JobFailureCollector.class).getFailure()
        instanceof AuthorizationException;
  }

  private static String missing(AuthorizationException e) {
    return e.getMissingAuthorizations().stream()
        .map(
            right ->
                right.getViolatedPermissionName()
                    + " of "
                    + right.getResourceType()
                    + " "
                    + right.getResourceId())
        .collect(joining(" or ", e.getMissingAuthorizations().isEmpty() ? "" : ", who lacks ", ""));
  }
}
