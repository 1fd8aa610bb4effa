package io.domainflow.process.task;

import io.domainflow.process.EngineDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.task.Task;

/** Says since when and until when a task is open, in the line at the top of its form. */
public final class TaskTimes {

  /** Key of that line in the form of a task about an account. */
  public static final String TASK_TIMES = "taskTimes";

  // A line has no room for the year, and no task is open for one.
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private TaskTimes() {}

  /** Such as «since 1 Mar, 10:00 · due 2 Mar, 10:00 UTC». */
  public static String of(Task task) {
    String since = "since " + at(task.getCreateTime());
    return (task.getDueDate() == null ? since : since + " · due " + at(task.getDueDate())) + " UTC";
  }

  private static String at(Date time) {
    return SHORT.format(EngineDate.instant(time));
  }
}
