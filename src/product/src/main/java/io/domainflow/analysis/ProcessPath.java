package io.domainflow.analysis;

import io.domainflow.analysis.ProcessAudit.Subject;
import io.domainflow.database.EngineTime;
import io.domainflow.process.ModelFlows;
import io.domainflow.process.StepNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The path of a process instance through its model, including one that has ended. */
@Repository
public class ProcessPath {

  /** For a process that loops, only its latest steps are shown. */
  private static final int MOST = 2000;

  private static final String STEPS =
      """
      select * from (
        select act_id_, act_type_, start_time_, end_time_, duration_, act_inst_state_, assignee_,
          call_proc_inst_id_, sequence_counter_
        from act_hi_actinst
        where proc_inst_id_ = :instance and act_id_ not like '%%#multiInstanceBody'
        order by start_time_ desc, sequence_counter_ desc limit %d) latest
      order by start_time_, sequence_counter_
      """
          .formatted(MOST);

  /** The engine's state of a step that was left before it was completed. */
  private static final int CANCELLED = 2;

  private final JdbcClient jdbc;
  private final ModelFlows flows;
  private final StepNames names;

  ProcessPath(JdbcClient jdbc, ModelFlows flows, StepNames names) {
    this.jdbc = jdbc;
    this.flows = flows;
    this.names = names;
  }

  /** The state of a step. */
  public enum State {
    DONE,
    /** Left before it was completed: something else came first. */
    CANCELLED,
    RUNNING
  }

  /**
   * An element of the model that was executed.
   *
   * @param activity its id in the model
   * @param step its name in the model
   * @param type the engine's type, such as {@code userTask}
   * @param endedAt null while it runs
   * @param took null while it runs
   * @param by the login that had the task; null for other steps
   * @param instance the process instance that it called; null for other steps
   */
  public record Step(
      String activity,
      String step,
      String type,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Duration took,
      State state,
      @Nullable String by,
      @Nullable String instance) {}

  /**
   * A path through a model.
   *
   * @param steps in the order in which they began
   * @param flows ids of the sequence flows between them that were taken
   */
  public record Path(List<Step> steps, Set<String> flows) {}

  /** The path of an instance. */
  public Path of(Subject subject) {
    List<Step> steps =
        jdbc.sql(STEPS)
            .param("instance", subject.id())
            .query((row, n) -> step(row, subject.definition()))
            .list();
    return new Path(steps, TakenFlows.of(steps, flows.of(subject.definition())));
  }

  private Step step(ResultSet row, String definition) throws SQLException {
    String activity = row.getString("act_id_");
    Instant ended = EngineTime.instantOrNull(row, "end_time_");
    State state =
        ended == null
            ? State.RUNNING
            : row.getInt("act_inst_state_") == CANCELLED ? State.CANCELLED : State.DONE;
    return new Step(
        activity,
        names.of(definition, activity),
        row.getString("act_type_"),
        EngineTime.instant(row, "start_time_"),
        ended,
        ended == null ? null : Duration.ofMillis(row.getLong("duration_")),
        state,
        row.getString("assignee_"),
        row.getString("call_proc_inst_id_"));
  }
}
