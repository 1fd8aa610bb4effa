package io.domainflow.process.task;

import io.domainflow.process.EngineDate;
import io.domainflow.process.text.PlainTime;
import java.util.Date;
import org.camunda.bpm.engine.task.Task;

/** Says since when and until when a task is open, in the line at the top of its form. */
public final class TaskTimes {

  /** Key of that line in the form of a task about an account. */
  public static final String TASK_TIMES = "taskTimes";

  private TaskTimes() {}

  /** Such as «since 2026-03-01 10:00 UTC · due 2026-03-02 10:00 UTC». */
  public static String of(Task task) {
    String since = "since " + at(task.getCreateTime());
    return task.getDueDate() == null ? since : since + " · due " + at(task.getDueDate());
  }

  private static String at(Date time) {
    return PlainTime.of(EngineDate.instant(time));
  }
}
