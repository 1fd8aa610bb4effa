package io.domainflow.security.engine;

import static io.domainflow.security.engine.CommandField.field;

import io.domainflow.security.TaskListExpressions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Intercepts every command of the engine, whichever REST API or web application it comes from, and
 * refuses expressions in queries and filters, at any depth, for everybody, except a few in stored
 * filters ({@link TaskListExpressions}): expressions are code, nothing else here needs them, and
 * the engine's own settings miss those in {@code orQueries} (CVE-2026-109432). Queries of users are
 * also limited in size ({@link QuerySize}) and in the length of their results.
 */
class CommandGuard extends CommandInterceptor {

  /** The maximum length of a list for a user. */
  static final int LARGEST_RESULT = 1000;

  private static final Set<String> LISTS = Set.of("LIST", "LIST_PAGE");

  private final Supplier<@Nullable Authentication> currentUser;

  /**
   * Guards one command chain of the engine.
   *
   * @param currentUser the user who is logged in; null when the engine itself acts
   */
  CommandGuard(Supplier<@Nullable Authentication> currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public <T> T execute(Command<T> command) {
    refuseExpressions(command);
    Authentication user = currentUser.get();
    if (user != null) {
      QuerySize.check(command);
      if (command instanceof AbstractQuery<?, ?> query) {
        limit(query);
      }
    }
    return next.execute(command);
  }

  /** Otherwise the engine refuses a query without a limit, or with one that is too large. */
  private static void limit(AbstractQuery<?, ?> query) {
    boolean isList = LISTS.contains(String.valueOf(field(query, "resultType")));
    if (isList && query.getMaxResults() > LARGEST_RESULT) {
      query.setMaxResults(LARGEST_RESULT);
    }
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

  private static void refuseExpressionsOf(@Nullable Filter filter) {
    if (filter != null) {
      refuseExpressionsIn(filter.getQuery(), TaskListExpressions::allow);
    }
  }

  private static void refuseExpressionsIn(@Nullable Object query) {
    refuseExpressionsIn(query, Map::isEmpty);
  }

  private static void refuseExpressionsIn(
      @Nullable Object query, Predicate<Map<String, String>> allowed) {
    refuseExpressionsIn(query, allowed, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** An or-query contains queries, including itself. */
  private static void refuseExpressionsIn(
      @Nullable Object candidate, Predicate<Map<String, String>> allowed, Set<Object> seen) {
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
