package io.domainflow.security.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.dto.VariableQueryParameterDto;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How large a query of a user may be. */
class QuerySizeTest {

  @ParameterizedTest
  @MethodSource
  void refusesWhatTakesMinutesToAnswer(Object query) {
    assertThatThrownBy(() -> guarded(command(query)))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("at most 50 conditions on variables, or-queries and sortings");
  }

  static Stream<Object> refusesWhatTakesMinutesToAnswer() {
    return Stream.of(tasks(51), instances(51), history(51), orQueries(51), sorted(51), cockpit(51));
  }

  @ParameterizedTest
  @MethodSource
  void takesWhatPeopleAsk(Object query) {
    assertThat(guarded(command(query))).isEqualTo("executed");
  }

  static Stream<Object> takesWhatPeopleAsk() {
    return Stream.of(tasks(20), instances(20), history(20), orQueries(20), sorted(20), cockpit(20));
  }

  @Test
  void takesLongListsOfIds() {
    String[] ids = names(5000).toArray(String[]::new);
    assertThat(guarded(command(new TaskQueryImpl().processInstanceIdIn(ids))))
        .isEqualTo("executed");
  }

  private static Object tasks(int conditions) {
    TaskQuery query = new TaskQueryImpl();
    names(conditions).forEach(name -> query.processVariableValueEquals(name, "b"));
    return query;
  }

  private static Object instances(int conditions) {
    ProcessInstanceQueryImpl query = new ProcessInstanceQueryImpl();
    names(conditions).forEach(name -> query.variableValueEquals(name, "b"));
    return query;
  }

  private static Object history(int conditions) {
    HistoricProcessInstanceQueryImpl query = new HistoricProcessInstanceQueryImpl();
    names(conditions).forEach(name -> query.variableValueEquals(name, "b"));
    return query;
  }

  private static Object orQueries(int count) {
    TaskQuery query = new TaskQueryImpl();
    names(count).forEach(name -> query.or().taskName(name).taskAssignee("b").endOr());
    return query;
  }

  private static Object sorted(int count) {
    TaskQuery query = new TaskQueryImpl();
    names(count).forEach(name -> query.orderByTaskName().asc());
    return query;
  }

  private static Object cockpit(int conditions) {
    ProcessInstanceQueryDto query = new ProcessInstanceQueryDto();
    query.setVariables(names(conditions).map(name -> new VariableQueryParameterDto()).toList());
    return query;
  }

  private static Stream<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "a" + i);
  }

  /** Queries of the engine are commands; those of Cockpit are in one. */
  private static Command<?> command(Object query) {
    return query instanceof Command<?> command
        ? command
        : new WithQuery((ListQueryParameterObject) query);
  }

  private static Object guarded(Command<?> command) {
    CommandGuard guard = new CommandGuard(() -> new Authentication("operator", List.of()));
    guard.setNext(new Executed());
    return guard.execute(command);
  }

  /** A command with a query, as Cockpit's are. */
  private record WithQuery(ListQueryParameterObject query) implements Command<Object> {
    @Override
    public Object execute(CommandContext context) {
      throw new AssertionError("only the guard is tried");
    }
  }

  private static final class Executed extends CommandInterceptor {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
      return (T) "executed";
    }
  }
}
