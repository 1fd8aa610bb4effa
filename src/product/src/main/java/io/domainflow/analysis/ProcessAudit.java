package io.domainflow.analysis;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.domainflow.database.EngineTime;
import io.domainflow.process.StepNames;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what the engine knows about a process instance: what people did, which tasks were open and
 * how long, the comments on them, which processes it called and where it stopped. For a process
 * that called others, their entries are included; for a called process, only its own.
 */
@Repository
public class ProcessAudit {

  private static final String ACTIONS =
      """
      select l.operation_id_, l.timestamp_, l.user_id_, l.operation_type_, l.entity_type_,
        l.property_, l.new_value_, coalesce(t.name_, t.task_def_key_) as task,
        coalesce(
          (select e.act_id_ from act_hi_ext_task_log e
            where e.ext_task_id_ = l.external_task_id_ and e.%1$s = l.%1$s limit 1),
          (select j.act_id_ from act_hi_job_log j
            where j.job_id_ = l.job_id_ and j.%2$s = l.%1$s limit 1)) as activity,
        l.proc_def_id_
      from act_hi_op_log l
      left join act_hi_taskinst t on t.id_ = l.task_id_
      where l.%1$s = :instance
      order by l.timestamp_, l.id_
      """;

  private static final String TASKS =
      """
      select coalesce(name_, task_def_key_) as task, assignee_, start_time_, end_time_, duration_,
        delete_reason_
      from act_hi_taskinst where %s = :instance
      """;

  private static final String COMMENTS =
      """
      select time_, user_id_, full_msg_ from act_hi_comment
      where %s = :instance and type_ = 'comment'
      """;

  private static final String CALLED =
      """
      select p.id_, p.start_time_, p.end_time_, p.duration_, p.state_,
        coalesce(d.name_, d.key_) as process
      from act_hi_procinst p join act_re_procdef d on d.id_ = p.proc_def_id_
      where %s = :instance and p.super_process_instance_id_ is not null and p.id_ <> :instance
      """;

  private static final String STOPPED =
      """
      select create_time_, end_time_, incident_msg_, incident_state_ from act_hi_incident
      where %s = :instance and cause_incident_id_ = id_
      """;

  private final JdbcClient jdbc;
  private final StepNames names;

  ProcessAudit(JdbcClient jdbc, StepNames names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** The kind of an entry. */
  public enum Kind {
    /** An action of a person. */
    PERSON,
    /** A task that was opened or closed. */
    TASK,
    /** A person's comment on a task. */
    COMMENT,
    /** The process itself, or a process that it called. */
    PROCESS,
    /** A step that stopped, or has continued. */
    TROUBLE
  }

  /**
   * An instance of a process.
   *
   * @param definition the engine's id of the version
   * @param process its key
   * @param name the name of the process, for people
   * @param reference of the order; without an order, the subject
   * @param caller the process instance that called it
   * @param endedAt null while it runs
   * @param order the order that it carries out, or a part of it
   */
  public record Subject(
      String id,
      String definition,
      String process,
      String name,
      int version,
      String reference,
      @Nullable String caller,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable UUID order) {}

  /**
   * An event.
   *
   * @param text a sentence for people; for a comment its text
   * @param by the login that did it
   * @param took how long it was open; null if that means nothing
   * @param instance the process instance that was called
   */
  public record Entry(
      Instant at,
      Kind kind,
      String text,
      @Nullable String by,
      @Nullable Duration took,
      @Nullable String instance) {}

  /** The instance with this id. */
  public Optional<Subject> find(String instance) {
    return jdbc.sql(
            """
            select p.*, d.key_, d.version_, coalesce(d.name_, d.key_) as name, o.id as order_id
            from act_hi_procinst p join act_re_procdef d on d.id_ = p.proc_def_id_
            left join provisioning_order o on o.process_instance_id = p.root_proc_inst_id_
            where p.id_ = :instance
            """)
        .param("instance", instance)
        .query(
            (row, n) ->
                new Subject(
                    row.getString("id_"),
                    row.getString("proc_def_id_"),
                    row.getString("key_"),
                    row.getString("name"),
                    row.getInt("version_"),
                    row.getString("business_key_"),
                    row.getString("super_process_instance_id_"),
                    EngineTime.instant(row, "start_time_"),
                    EngineTime.instantOrNull(row, "end_time_"),
                    row.getObject("order_id", UUID.class)))
        .optional();
  }

  /** What the engine knows about it, unsorted. */
  public List<Entry> of(Subject subject) {
    boolean whole = subject.caller() == null;
    String within = whole ? "root_proc_inst_id_" : "proc_inst_id_";
    String jobsWithin = whole ? "root_proc_inst_id_" : "process_instance_id_";
    String calledBy = whole ? "p.root_proc_inst_id_" : "p.super_process_instance_id_";
    return Stream.of(
            actions(ACTIONS.formatted(within, jobsWithin), subject.id()),
            read(TASKS.formatted(within), subject.id(), ProcessAudit::task),
            read(COMMENTS.formatted(within), subject.id(), ProcessAudit::comment),
            read(CALLED.formatted(calledBy), subject.id(), ProcessAudit::called),
            read(STOPPED.formatted(within), subject.id(), ProcessAudit::stopped),
            ends(subject))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Entry> ends(Subject subject) {
    Entry begun =
        new Entry(
            subject.startedAt(),
            Kind.PROCESS,
            "The process «%s» began.".formatted(subject.name()),
            null,
            null,
            null);
    return subject.endedAt() == null
        ? List.of(begun)
        : List.of(
            begun,
            new Entry(
                subject.endedAt(),
                Kind.PROCESS,
                "The process «%s» ended.".formatted(subject.name()),
                null,
                Duration.between(subject.startedAt(), subject.endedAt()),
                null));
  }

  private interface Reader {
    List<Entry> read(ResultSet row) throws SQLException;
  }

  private List<Entry> read(String sql, String instance, Reader reader) {
    return jdbc
        .sql(sql)
        .param("instance", instance)
        .query((row, n) -> reader.read(row))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Entry> task(ResultSet row) throws SQLException {
    String name = row.getString("task");
    Instant closed = EngineTime.instantOrNull(row, "end_time_");
    Entry opened =
        new Entry(
            EngineTime.instant(row, "start_time_"),
            Kind.TASK,
            "The task «%s» was opened.".formatted(name),
            null,
            null,
            null);
    return closed == null
        ? List.of(opened)
        : List.of(
            opened,
            new Entry(
                closed,
                Kind.TASK,
                "completed".equals(row.getString("delete_reason_"))
                    ? "The task «%s» was done.".formatted(name)
                    : "The task «%s» was closed; it was no longer needed.".formatted(name),
                row.getString("assignee_"),
                Duration.ofMillis(row.getLong("duration_")),
                null));
  }

  private static List<Entry> comment(ResultSet row) throws SQLException {
    return List.of(
        new Entry(
            EngineTime.instant(row, "time_"),
            Kind.COMMENT,
            new String(row.getBytes("full_msg_"), StandardCharsets.UTF_8),
            row.getString("user_id_"),
            null,
            null));
  }

  private static List<Entry> called(ResultSet row) throws SQLException {
    String process = row.getString("process");
    String id = row.getString("id_");
    Instant ended = EngineTime.instantOrNull(row, "end_time_");
    Entry begun =
        new Entry(
            EngineTime.instant(row, "start_time_"),
            Kind.PROCESS,
            "The process «%s» was called.".formatted(process),
            null,
            null,
            id);
    return ended == null
        ? List.of(begun)
        : List.of(
            begun,
            new Entry(
                ended,
                Kind.PROCESS,
                "COMPLETED".equals(row.getString("state_"))
                    ? "The called process «%s» ended.".formatted(process)
                    : "The called process «%s» was cancelled.".formatted(process),
                null,
                Duration.ofMillis(row.getLong("duration_")),
                id));
  }

  private static List<Entry> stopped(ResultSet row) throws SQLException {
    Instant ended = EngineTime.instantOrNull(row, "end_time_");
    String what = row.getString("incident_msg_");
    Entry stopped =
        new Entry(
            EngineTime.instant(row, "create_time_"),
            Kind.TROUBLE,
            "A step stopped. " + (what == null ? "" : what),
            null,
            null,
            null);
    return ended == null
        ? List.of(stopped)
        : List.of(
            stopped,
            new Entry(
                ended,
                Kind.TROUBLE,
                "The step that had stopped continues, or was cancelled.",
                null,
                Duration.between(stopped.at(), ended),
                null));
  }

  // One action of a person has a row for each property that it changed.
  private List<Entry> actions(String sql, String instance) {
    return jdbc
        .sql(sql)
        .param("instance", instance)
        .query((row, n) -> Action.of(row))
        .list()
        .stream()
        .filter(action -> action.by() != null)
        .collect(groupingBy(Action::operation, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(
            rows ->
                new Entry(rows.get(0).at(), Kind.PERSON, text(rows), rows.get(0).by(), null, null))
        .toList();
  }

  private String text(List<Action> rows) {
    Action action = rows.get(0);
    return switch (action.type()) {
      case "Create" ->
          action.entity().equals("ProcessInstance") ? "Started the process." : other(action);
      case "Claim" -> "Took the task «%s».".formatted(action.task());
      case "Assign" ->
          value("assignee", rows)
              .map(to -> "Gave the task «%s» to %s.".formatted(action.task(), to))
              .orElseGet(() -> "Gave the task «%s» back.".formatted(action.task()));
      case "Complete" -> "Completed the task «%s».".formatted(action.task());
      case "Delete" ->
          action.entity().equals("ProcessInstance") ? "Cancelled the process." : other(action);
      case "SetJobRetries", "SetExternalTaskRetries" ->
          action.activity() == null
              ? "Had steps tried again."
              : "Had «%s» tried again.".formatted(names.of(action.definition(), action.activity()));
      case "SetVariable", "ModifyVariable" -> "Changed variables.";
      case "RemoveVariable" -> "Removed variables.";
      case "Suspend" -> "Paused it: nothing continues until it is resumed.";
      case "Activate" -> "Ended the pause.";
      case "ModifyProcessInstance" -> "Moved the process to another step.";
      default -> other(action);
    };
  }

  private static Optional<String> value(String property, List<Action> rows) {
    return rows.stream()
        .filter(row -> property.equals(row.property()))
        .map(Action::value)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst();
  }

  // Rare actions keep the engine's words: «SetPriority» of a Task.
  private static String other(Action action) {
    return "%s: %s%s."
        .formatted(
            words(action.entity()),
            words(action.type()).toLowerCase(Locale.ROOT),
            action.task() == null ? "" : " «" + action.task() + "»");
  }

  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
  }

  /**
   * A row of people's actions.
   *
   * @param value the new value; typed text is not shown
   * @param activity of the step concerned
   */
  private record Action(
      String operation,
      Instant at,
      @Nullable String by,
      String type,
      String entity,
      String property,
      String value,
      @Nullable String task,
      @Nullable String activity,
      String definition) {

    static Action of(ResultSet row) throws SQLException {
      return new Action(
          row.getString("operation_id_"),
          EngineTime.instant(row, "timestamp_"),
          row.getString("user_id_"),
          row.getString("operation_type_"),
          row.getString("entity_type_"),
          row.getString("property_"),
          row.getString("new_value_"),
          row.getString("task"),
          row.getString("activity"),
          row.getString("proc_def_id_"));
    }
  }
}
