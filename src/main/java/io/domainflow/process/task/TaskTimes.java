package io.domainflow.process.task;

import io.domainflow.process.EngineDate;
import io.domainflow.process.text.PlainTime;
import org.camunda.bpm.engine.task.Task;

/** Since when and until when a task is open, as its form says at the top. */
public final class TaskTimes {

  /** Key of it in the form of a task about an account. */
  public static final String TASK_TIMES = "taskTimes";

  private TaskTimes() {}

  /** Such as «since 1 March 2026, 10:00 UTC · due 2 March 2026, 10:00 UTC». */
  public static String of(Task task) {
    String since = "since " + PlainTime.of(EngineDate.instant(task.getCreateTime()));
    return task.getDueDate() == null
        ? since
        : since + " · due " + PlainTime.of(EngineDate.instant(task.getDueDate()));
  }
}
