package io.domainflow.security;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Stands in front of every command of the engine, whichever REST API or web application it comes
 * from, and refuses those that would run code or go around the model:
 *
 * <ul>
 *   <li>expressions in queries and filters, at any depth, for everybody, except a few in stored
 *       filters ({@link TaskListExpressions}): nothing else here needs them, and the engine's own
 *       switches miss those in {@code orQueries} (CVE-2026-109432);
 *   <li>deploying and removing definitions, for everybody logged in: a model is code, it comes with
 *       the application;
 *   <li>starting in the middle of a process and moving its tokens, for everybody but
 *       administrators;
 *   <li>rewriting and deleting comments, for everybody but administrators: the engine would let
 *       whoever may work on a task do it with the comments of others.
 * </ul>
 */
class GuardedCommands extends CommandInterceptor {

  /** No list for somebody logged in is longer. */
  static final int LARGEST_RESULT = 1000;

  private static final Set<String> LISTS = Set.of("LIST", "LIST_PAGE");

  private final Supplier<Authentication> currentUser;

  /**
   * Guards one chain of the engine.
   *
   * @param currentUser who is logged in; gives null when the engine acts by itself
   */
  GuardedCommands(Supplier<Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    refuseExpressions(command);
    Authentication user = currentUser.get();
    if (user != null && command instanceof AbstractQuery<?, ?> query) {
      limit(query);
    }
    if (user != null && isDeployment(command)) {
      throw new AuthorizationException(
          "Processes and forms come with the application; they cannot be deployed or removed here."
              + " Nothing was changed.");
    }
    if (user != null && leavesTheModel(command) && !isAdministrator(user)) {
      throw new AuthorizationException(
          "Only an administrator may start or move a process past its steps. Nothing was changed.");
    }
    if (user != null && changesAComment(command) && !isAdministrator(user)) {
      throw new AuthorizationException(
          "A comment stays as it was written: only an administrator may change or delete one."
              + " Nothing was changed. Write another comment that puts it right.");
    }
    return next.execute(command);
  }

  /** Without this the engine refuses a query that names no limit, or too large a one. */
  private static void limit(AbstractQuery<?, ?> query) {
    boolean isList = LISTS.contains(String.valueOf(field(query, "resultType")));
    if (isList && query.getMaxResults() > LARGEST_RESULT) {
      query.setMaxResults(LARGEST_RESULT);
    }
  }

  private static boolean isDeployment(Command<?> command) {
    return command instanceof DeployCmd
        || command instanceof DeleteDeploymentCmd
        || command instanceof AbstractDeleteProcessDefinitionCmd;
  }

  private static boolean leavesTheModel(Object command) {
    return command instanceof StartProcessInstanceAtActivitiesCmd
        || command instanceof AbstractProcessInstanceModificationCommand
        || command instanceof ModifyProcessInstanceCmd
        || command instanceof ModifyProcessInstanceAsyncCmd
        || command instanceof AbstractModificationCmd
        || command instanceof AbstractRestartProcessInstanceCmd
        || command instanceof AbstractMigrationCmd
        // takes the process past the form whose answer decides
        || command instanceof HandleTaskBpmnErrorCmd
        || command instanceof HandleTaskEscalationCmd;
  }

  private static boolean changesAComment(Object command) {
    return command instanceof UpdateCommentCmd
        || command instanceof DeleteTaskCommentCmd
        || command instanceof DeleteProcessInstanceCommentCmd;
  }

  private static boolean isAdministrator(Authentication user) {
    List<String> groups = user.getGroupIds();
    return groups != null && groups.contains(EngineGroup.ADMINISTRATORS.id());
  }

  private void refuseExpressions(Command<?> command) {
    if (command instanceof AbstractQuery<?, ?> query) {
      refuseExpressionsIn(query);
    } else if (command instanceof SaveFilterCmd) {
      refuseExpressionsOf((Filter) field(command, "filter"));
    } else if (command instanceof AbstractExecuteFilterCmd) {
      refuseExpressionsIn(field(command, "extendingQuery"));
      if (field(command, "filterId") instanceof String filterId) {
        refuseExpressionsOf(next.execute(new GetFilterCmd(filterId)));
      }
    }
  }

  /** The engine keeps these in protected fields without getters. A missing field fails the call. */
  private static Object field(Object command, String name) {
    return new DirectFieldAccessor(command).getPropertyValue(name);
  }

  private static void refuseExpressionsOf(Filter filter) {
    if (filter != null) {
      refuseExpressionsIn(filter.getQuery(), TaskListExpressions::allow);
    }
  }

  private static void refuseExpressionsIn(Object query) {
    refuseExpressionsIn(query, Map::isEmpty);
  }

  private static void refuseExpressionsIn(Object query, Predicate<Map<String, String>> allowed) {
    refuseExpressionsIn(query, allowed, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** An or-query holds queries, itself among them. */
  private static void refuseExpressionsIn(
      Object candidate, Predicate<Map<String, String>> allowed, Set<Object> seen) {
    if (!(candidate instanceof AbstractQuery<?, ?> query) || !seen.add(query)) {
      return;
    }
    if (!allowed.test(query.getExpressions())) {
      throw new BadUserRequestException(
          "Expressions are not accepted in queries and filters. Use plain values. Nothing was"
              + " changed.");
    }
    if (query instanceof TaskQueryImpl tasks) {
      tasks.getQueries().forEach(part -> refuseExpressionsIn(part, allowed, seen));
    }
  }
}
