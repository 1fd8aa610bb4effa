package io.domainflow.analysis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.domainflow.database.EngineTime;
import io.domainflow.order.Charged;
import io.domainflow.order.list.OrderTrouble.State;
import io.domainflow.process.StepNames;
import io.domainflow.process.worker.StepFailureText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists all failed steps, of orders and of processes about accounts, grouped by the reason of the
 * failure.
 */
@Repository
public class FailedStepGroups {

  // External tasks, then failed jobs of the engine, usually timers. The engine's own housekeeping
  // is a job without a process.
  private static final String STEPS =
      """
      select t.id_ id, 'EXTERNAL_TASK' kind, t.proc_inst_id_ instance, t.proc_def_key_ process,
        t.proc_def_id_ definition, t.act_id_ activity, t.error_msg_ message, t.retries_ retries,
        t.lock_exp_time_ next_try, failed.tries, failed.since,
        o.id order_id, o.domain, o.domain_unicode, o.charged
      from act_ru_ext_task t
      join act_ru_execution i on i.id_ = t.proc_inst_id_
      left join provisioning_order o on o.process_instance_id = i.root_proc_inst_id_
      cross join lateral (
        select count(*) tries, min(l.timestamp_) since from act_hi_ext_task_log l
        where l.proc_inst_id_ = i.id_ and l.ext_task_id_ = t.id_ and l.state_ = 1) failed
      where t.error_msg_ is not null and (coalesce(t.retries_, 1) = 0) = any(:stopped)
      union all
      select j.id_, 'JOB', j.process_instance_id_, j.process_def_key_, j.process_def_id_,
        coalesce(j.failed_act_id_, d.act_id_), null, j.retries_, j.duedate_,
        failed.tries, failed.since, o.id, o.domain, o.domain_unicode, o.charged
      from act_ru_job j
      left join act_ru_jobdef d on d.id_ = j.job_def_id_
      left join act_ru_execution i on i.id_ = j.process_instance_id_
      left join provisioning_order o on o.process_instance_id = i.root_proc_inst_id_
      cross join lateral (
        select count(*) tries, min(l.timestamp_) since from act_hi_job_log l
        where l.process_instance_id_ = i.id_ and l.job_id_ = j.id_ and l.job_state_ = 1) failed
      where j.exception_stack_id_ is not null and (j.retries_ = 0) = any(:stopped)
      """;

  private static final String HOUSEKEEPING = "The housekeeping of the engine";

  private static final Comparator<Group> WORST_FIRST =
      Comparator.comparing((Group group) -> group.state() == State.RETRYING)
          .thenComparing(group -> group.steps().size(), Comparator.reverseOrder())
          .thenComparing(Group::since, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Group::key);

  private final JdbcClient jdbc;
  private final StepNames names;

  FailedStepGroups(JdbcClient jdbc, StepNames names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** How the engine stores a step, which determines how it is retried. */
  public enum Kind {
    EXTERNAL_TASK,
    JOB
  }

  /**
   * A failed step.
   *
   * @param id the engine's id of the external task or job
   * @param instance its process instance; null if it has none
   * @param order null for a step without an order
   * @param process the key of the process; null for the housekeeping of the engine
   * @param step its name in the model
   * @param activity its id in the model; null for the housekeeping of the engine
   * @param what what happened, whether money was spent and what to do next: for people, without
   *     personal data
   * @param since when it first failed; null if it has no process instance
   * @param tries how often it has failed
   * @param nextTry when it is tried again automatically; null if it is not, or as soon as possible
   */
  public record Step(
      String id,
      Kind kind,
      @Nullable String instance,
      @Nullable UUID order,
      @Nullable String process,
      String step,
      @Nullable String activity,
      State state,
      String what,
      @Nullable Instant since,
      int tries,
      @Nullable Instant nextTry) {}

  /**
   * Steps that have failed for the same reason.
   *
   * @param key stays the same as long as the reason does
   * @param what what happened, in the words for one of them
   * @param steps at least one, those that failed first at the top
   */
  public record Group(
      String key,
      @Nullable String process,
      String step,
      @Nullable String activity,
      State state,
      String what,
      List<Step> steps) {

    public Group {
      steps = List.copyOf(steps);
    }

    private static Group of(String key, List<Step> steps) {
      List<Step> longestFirst =
          steps.stream()
              .sorted(
                  Comparator.comparing(
                          Step::since, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                      .thenComparing(Step::id))
              .toList();
      Step first = longestFirst.get(0);
      return new Group(
          key,
          first.process(),
          first.step(),
          first.activity(),
          first.state(),
          first.what(),
          longestFirst);
    }

    /** When the first of them failed; null if that is not known. */
    public @Nullable Instant since() {
      return steps.get(0).since();
    }

    /** When one of them is tried again next; null if that is not known, or none is. */
    public @Nullable Instant nextTry() {
      return steps.stream()
          .map(Step::nextTry)
          .filter(Objects::nonNull)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
  }

  /** All groups of steps in one of these states: stopped ones first, then the largest. */
  public List<Group> groups(Set<State> states) {
    return jdbc
        .sql(STEPS)
        .param(
            "stopped", states.stream().map(state -> state == State.STOPPED).toArray(Boolean[]::new))
        .query((row, n) -> read(row))
        .list()
        .stream()
        .collect(groupingBy(FailedStep::key, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(
            group ->
                Group.of(group.getKey(), group.getValue().stream().map(FailedStep::step).toList()))
        .sorted(WORST_FIRST)
        .toList();
  }

  /** The group with this key, if it still has steps. */
  public Optional<Group> group(String key) {
    return groups(Set.of(State.values())).stream()
        .filter(group -> group.key().equals(key))
        .findFirst();
  }

  /** A step, and the key of its group. */
  private record FailedStep(Step step, String key) {}

  private FailedStep read(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    String activity = row.getString("activity");
    String name =
        definition == null || activity == null ? HOUSEKEEPING : names.of(definition, activity);
    State state =
        row.getObject("retries") != null && row.getInt("retries") == 0
            ? State.STOPPED
            : State.RETRYING;
    String message = row.getString("message");
    if (message == null) {
      Optional<Charged> charged =
          Optional.ofNullable(row.getString("charged")).map(Charged::valueOf);
      message =
          StepFailureText.ofJob(name, row.getString("id")).text(charged, state == State.RETRYING);
    }
    Step step =
        new Step(
            row.getString("id"),
            Kind.valueOf(row.getString("kind")),
            row.getString("instance"),
            row.getObject("order_id", UUID.class),
            row.getString("process"),
            name,
            activity,
            state,
            message,
            EngineTime.instantOrNull(row, "since"),
            row.getInt("tries"),
            state == State.RETRYING ? EngineTime.instantOrNull(row, "next_try") : null);
    Reason reason = Reason.of(message, row.getString("domain"), row.getString("domain_unicode"));
    return new FailedStep(step, reason.key(step.process(), activity, state.name()));
  }
}
