package io.domainflow.process.order;

import static java.util.stream.Collectors.groupingBy;

import io.domainflow.database.EngineTime;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.list.OrderPosition;
import io.domainflow.order.list.OrderPositions;
import io.domainflow.order.list.OrderTrouble;
import io.domainflow.order.list.OrderTrouble.State;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.StepNames;
import io.domainflow.process.worker.StepFailureText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the current steps of orders from the engine, and which of them have failed. It reads the
 * engine's tables for a whole page of orders at once: the engine's queries would ask for each.
 */
@Component
class EngineOrderPositions implements OrderPositions {

  // One statement, because every answer about an order needs it: the current activities, which are
  // the innermost executions; failed external tasks; failed jobs, after a timer. The logs have a
  // row for each failed try. Only the root execution of a process instance knows which process
  // called it.
  private static final String STEPS =
      """
      select e.proc_inst_id_ root, e.act_id_ activity, null definition, null job, null message,
        0 retries, null::timestamp next_try, 0 tries, null::timestamp since
      from act_ru_execution e
      where e.proc_inst_id_ = any(:instances) and e.act_id_ is not null and not e.is_event_scope_
        and not exists (
          select 1 from act_ru_execution within
          where within.parent_id_ = e.id_ and not within.is_event_scope_)
      union all
      select i.root_proc_inst_id_, t.act_id_, t.proc_def_id_, null, t.error_msg_, t.retries_,
        t.lock_exp_time_, failed.*
      from act_ru_execution i join act_ru_execution e on e.proc_inst_id_ = i.id_
      join act_ru_ext_task t on t.execution_id_ = e.id_
      cross join lateral (
        select count(*), min(l.timestamp_) from act_hi_ext_task_log l
        where l.proc_inst_id_ = i.id_ and l.ext_task_id_ = t.id_ and l.state_ = 1) failed
      where i.root_proc_inst_id_ = any(:instances) and t.error_msg_ is not null
      union all
      select i.root_proc_inst_id_, coalesce(j.failed_act_id_, d.act_id_), j.process_def_id_, j.id_,
        null, j.retries_, j.duedate_, failed.*
      from act_ru_execution i join act_ru_job j on j.process_instance_id_ = i.id_
      left join act_ru_jobdef d on d.id_ = j.job_def_id_
      cross join lateral (
        select count(*), min(l.timestamp_) from act_hi_job_log l
        where l.process_instance_id_ = i.id_ and l.job_id_ = j.id_ and l.job_state_ = 1) failed
      where i.root_proc_inst_id_ = any(:instances) and j.exception_stack_id_ is not null
      """;

  private static final String IN_TROUBLE =
      """
      select i.root_proc_inst_id_
      from act_ru_ext_task t join act_ru_execution i on i.id_ = t.proc_inst_id_
      where t.error_msg_ is not null and (coalesce(t.retries_, 1) = 0) = any(:stopped)
      union
      select i.root_proc_inst_id_
      from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_
      where j.exception_stack_id_ is not null and (j.retries_ = 0) = any(:stopped)
      """;

  private static final Comparator<OrderTrouble> WORST_FIRST =
      Comparator.comparing((OrderTrouble trouble) -> trouble.state() == State.RETRYING)
          .thenComparing(OrderTrouble::since);

  private final JdbcClient jdbc;
  private final StepNames names;
  private final List<ProcessContract> contracts;

  EngineOrderPositions(JdbcClient jdbc, StepNames names, List<ProcessContract> contracts) {
    this.jdbc = jdbc;
    this.names = names;
    this.contracts = contracts;
  }

  @Override
  public Map<UUID, OrderPosition> of(Collection<ProvisioningOrder> orders) {
    String[] instances =
        orders.stream().map(ProvisioningOrder::processInstanceId).toArray(String[]::new);
    Map<String, List<Step>> steps =
        jdbc
            .sql(STEPS)
            .param("instances", instances)
            .query((row, n) -> Step.of(row))
            .list()
            .stream()
            .collect(groupingBy(Step::root));
    Map<UUID, OrderPosition> places = new HashMap<>();
    for (ProvisioningOrder order : orders) {
      List<Step> ofOrder = steps.getOrDefault(order.processInstanceId(), List.of());
      places.put(
          order.id(),
          new OrderPosition(
              process(order.content().operation()),
              ofOrder.stream()
                  .filter(step -> !step.hasFailed())
                  .map(Step::activity)
                  .distinct()
                  .sorted()
                  .toList(),
              ofOrder.stream()
                  .filter(Step::hasFailed)
                  .map(step -> trouble(step, order))
                  .min(WORST_FIRST)
                  .orElse(null)));
    }
    return places;
  }

  @Override
  public List<String> processesInTrouble(Set<State> states) {
    return jdbc.sql(IN_TROUBLE)
        .param(
            "stopped", states.stream().map(state -> state == State.STOPPED).toArray(Boolean[]::new))
        .query(String.class)
        .list();
  }

  private String process(Operation operation) {
    return contracts.stream()
        .filter(contract -> contract.operations().contains(operation))
        .findFirst()
        .orElseThrow()
        .key();
  }

  private OrderTrouble trouble(Step failed, ProvisioningOrder order) {
    String name = names.of(Objects.requireNonNull(failed.definition()), failed.activity());
    State state = failed.retries() == 0 ? State.STOPPED : State.RETRYING;
    return new OrderTrouble(
        name,
        failed.activity(),
        state,
        failed
            .message()
            .orElseGet(
                () ->
                    StepFailureText.ofJob(name, failed.job())
                        .text(Optional.of(order.charged()), state == State.RETRYING)),
        Objects.requireNonNull(failed.since(), "a step that has failed, failed at a time"),
        failed.tries(),
        state == State.RETRYING ? failed.nextTry() : null);
  }

  /**
   * A step as the engine stores it.
   *
   * @param definition version of the process; null for a step that has not failed
   * @param job null for an external task
   * @param message for people; empty for a job, whose message is for programmers
   * @param retries tries left
   */
  private record Step(
      String root,
      String activity,
      @Nullable String definition,
      @Nullable String job,
      Optional<String> message,
      int retries,
      @Nullable Instant nextTry,
      int tries,
      @Nullable Instant since) {

    boolean hasFailed() {
      return definition != null;
    }

    static Step of(ResultSet row) throws SQLException {
      return new Step(
          row.getString("root"),
          row.getString("activity"),
          row.getString("definition"),
          row.getString("job"),
          Optional.ofNullable(row.getString("message")),
          row.getInt("retries"),
          EngineTime.instantOrNull(row, "next_try"),
          row.getInt("tries"),
          EngineTime.instantOrNull(row, "since"));
    }
  }
}
