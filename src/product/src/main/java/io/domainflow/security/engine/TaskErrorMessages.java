package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;
import static java.util.stream.Collectors.joining;

import io.domainflow.database.DatabaseFailure;
import io.domainflow.model.TaskSubjectStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a user who works on a task why an action failed: somebody else has the task, it is
 * completed, or it is not for this user. The engine's own messages are for programmers. The types
 * of the exceptions are kept; from them, {@link EngineAnswers} tells callers of the REST APIs that
 * somebody else was faster.
 */
class TaskErrorMessages extends CommandInterceptor {

  private static final Logger log = LoggerFactory.getLogger(TaskErrorMessages.class);

  private static final List<Class<?>> ABOUT_A_TASK =
      List.of(
          ClaimTaskCmd.class,
          AbstractSetTaskPropertyCmd.class,
          CompleteTaskCmd.class,
          SubmitTaskFormCmd.class,
          GetTaskFormCmd.class,
          GetDeployedTaskFormCmd.class,
          GetRenderedTaskFormCmd.class,
          AddCommentCmd.class);

  private static final String FASTER =
      "Somebody else was faster, or the order has just gone on. Nothing of yours was done or"
          + " bought. Load the page again and look how the task and its order stand.";

  private static final String NOT_READ =
      "It could not be read from the database. Nothing was changed. Try again; if it stays so, tell"
          + " the people who run this system; its log says why.";

  private static final String NOT_KNOWN =
      "The database went away at that moment, so it is not known whether it was stored. Load the"
          + " page again and look how the task and its order stand before you try again.";

  private static final String NOT_STORED =
      "It could not be stored. Nothing of yours was done or bought. Try again; if it stays so, tell"
          + " the people who run this system; its log says why.";

  private final Supplier<@Nullable Authentication> currentUser;
  private final ApplicationContext application;

  /**
   * Intercepts one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   * @param application provides the beans that know the present state, which do not exist yet when
   *     the engine is configured
   */
  TaskErrorMessages(
      Supplier<@Nullable Authentication> currentUser, ApplicationContext application) {
    this.currentUser = currentUser;
    this.application = application;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Authentication user = currentUser.get();
    String task = user == null ? null : task(command);
    if (task == null) {
      return next.execute(command);
    }
    try {
      return executeThoughTouched(command);
    } catch (TaskAlreadyClaimedException e) {
      throw new ClaimedByOther(e);
    } catch (AuthorizationException e) {
      if (e.getMissingAuthorizations().isEmpty()) {
        throw e;
      }
      // the permissions for a task are deleted with it
      throw next.execute(context -> gone(task, user, context, e))
          .<RuntimeException>map(gone -> gone)
          .orElseGet(() -> new NotForYou(e, next.execute(context -> whose(task, user, context))));
    } catch (NullValueException e) {
      throw next.execute(context -> gone(task, user, context, e)).orElse(e);
    } catch (NullPointerException e) {
      // the engine's own exception, if a task or its process is deleted while it is being read
      throw next.execute(context -> gone(task, user, context, e))
          .<RuntimeException>map(gone -> gone)
          .orElseGet(
              () -> {
                log.error("{} of task {} failed", command.getClass().getSimpleName(), task, e);
                return new OptimisticLockingException(FASTER, e);
              });
    } catch (ProcessEngineException | DataAccessException | TransactionException e) {
      throw inWords(e, command, task);
    }
  }

  private static RuntimeException inWords(RuntimeException e, Command<?> command, String task) {
    Optional<DatabaseFailure> failure = DatabaseFailure.of(e);
    if (isConflict(e)) {
      // a failure that occurs repeatedly has another reason than a concurrent change
      failure.ifPresent(
          conflict ->
              log.warn("{} of task {}: conflict", command.getClass().getSimpleName(), task, e));
      return new OptimisticLockingException(FASTER, e);
    }
    if (failure.isEmpty()) {
      return e;
    }
    log.error("{} of task {} failed", command.getClass().getSimpleName(), task, e);
    if (command instanceof GetTaskFormCmd) {
      return new ProcessEngineException(NOT_READ, e);
    }
    boolean begun = !(e instanceof CannotCreateTransactionException);
    boolean open = begun && failure.get() == DatabaseFailure.AWAY;
    return new ProcessEngineException(open ? NOT_KNOWN : NOT_STORED, e);
  }

  /**
   * Tries once more after a concurrent change, for example because the priority of the task was
   * raised: the first try was rolled back completely. If the task is gone, the second try says so.
   */
  private <T> T executeThoughTouched(Command<T> command) {
    boolean undoneWithMore = TransactionSynchronizationManager.isActualTransactionActive();
    try {
      return next.execute(command);
    } catch (ProcessEngineException | DataAccessException e) {
      if (undoneWithMore || !isConflict(e)) {
        throw e;
      }
      return next.execute(command);
    }
  }

  private static boolean isConflict(Throwable e) {
    return DatabaseFailure.of(e).filter(DatabaseFailure.CONFLICT::equals).isPresent()
        || Stream.iterate(e, Objects::nonNull, Throwable::getCause)
            .anyMatch(OptimisticLockingException.class::isInstance);
  }

  private static @Nullable String task(Command<?> command) {
    return ABOUT_A_TASK.stream().anyMatch(type -> type.isInstance(command))
        ? (String) field(command, "taskId")
        : null;
  }

  private static String whose(String task, Authentication user, CommandContext context) {
    List<String> groups =
        context.runWithoutAuthorization(
            () ->
                context.getIdentityLinkManager().findIdentityLinksByTaskId(task).stream()
                    .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                    .map(IdentityLinkEntity::getGroupId)
                    .filter(Objects::nonNull)
                    .toList());
    if (user.getGroupIds() != null && user.getGroupIds().stream().anyMatch(groups::contains)) {
      return "You may work on this task, but not give it to somebody or take it from the person who has"
          + " claimed it. Nothing was changed. Ask an administrator.";
    }
    return "This task is for "
        + (groups.isEmpty() ? "administrators" : groups.stream().sorted().collect(joining(", ")))
        + ", so you may not work on it. Nothing was changed or bought. Ask one of them, or an"
        + " administrator for the right.";
  }

  /** Why the task no longer exists; empty if it does, and something else was missing. */
  private Optional<NullValueException> gone(
      String taskId, Authentication user, CommandContext context, RuntimeException cause) {
    return context.runWithoutAuthorization(
        () -> {
          if (context.getTaskManager().findTaskById(taskId) != null) {
            return Optional.empty();
          }
          HistoricTaskInstanceEntity task =
              context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
          if (task == null) {
            return Optional.of(
                new NoSuchTask("There is no such task. Nothing was changed or bought.", cause));
          }
          HistoricProcessInstanceEntity process =
              context
                  .getHistoricProcessInstanceManager()
                  .findHistoricProcessInstance(task.getProcessInstanceId());
          Optional<String> standing =
              application
                  .getBean(TaskSubjectStatus.class)
                  .standing(process.getProcessDefinitionKey(), process.getBusinessKey());
          return Optional.of(
              new TaskIsGone(
                  whatBecameOf(task, standing.isEmpty(), user, context)
                      + " Nothing was changed or bought by what you did now. "
                      + standing.orElse("Look how " + process.getBusinessKey() + " stands."),
                  cause));
        });
  }

  private static String whatBecameOf(
      HistoricTaskInstanceEventEntity task,
      boolean ofOrder,
      Authentication user,
      CommandContext context) {
    if (!"completed".equals(task.getDeleteReason())) {
      return "This task is no longer open: its process has continued without it, because its time"
          + " was over"
          + (ofOrder
              ? ", its cause has gone or the order was cancelled."
              : " or its cause has gone.");
    }
    return whoCompleted(task.getId(), context)
        .map(
            who ->
                who.equals(user.getUserId())
                    ? "You have done this task already."
                    : "This task is done already, by " + who + ".")
        .orElse(
            ofOrder
                ? "This task is done already: what it asked for was given to the order, over the"
                    + " order API."
                : "This task is done already.");
  }

  /**
   * The user who completed the task; empty if the order got the input that it waited for. Not the
   * assignee: others may complete a task that somebody has claimed.
   */
  private static Optional<String> whoCompleted(String taskId, CommandContext context) {
    return context
        .getProcessEngineConfiguration()
        .getHistoryService()
        .createUserOperationLogQuery()
        .taskId(taskId)
        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
        .list()
        .stream()
        .map(UserOperationLogEntry::getUserId)
        .findFirst();
  }

  /** Thrown for a task that was open, and no longer is. */
  static final class TaskIsGone extends NullValueException {

    private static final long serialVersionUID = 1L;

    TaskIsGone(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Thrown if there has never been such a task, as far as the history shows. */
  static final class NoSuchTask extends NullValueException {

    private static final long serialVersionUID = 1L;

    NoSuchTask(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static final class ClaimedByOther extends TaskAlreadyClaimedException {

    private static final long serialVersionUID = 1L;

    ClaimedByOther(TaskAlreadyClaimedException original) {
      super(original.getTaskId(), original.getTaskAssignee());
      initCause(original);
    }

    @Override
    public String getMessage() {
      return "This task is already claimed by "
          + getTaskAssignee()
          + ". Nothing was changed. Ask "
          + getTaskAssignee()
          + " to give it back, or take another task.";
    }
  }

  private static final class NotForYou extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    private final String text;

    NotForYou(AuthorizationException original, String text) {
      super(original.getUserId(), original.getMissingAuthorizations());
      initCause(original);
      this.text = text;
    }

    @Override
    public String getMessage() {
      return text;
    }
  }
}
