package io.domainflow.analysis;

import io.domainflow.analysis.ProcessVersions.Version;
import io.domainflow.process.StepNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads how often each activity of a process was executed, and how long it took: past days as
 * counted, the rest from the engine.
 */
@Repository
public class ActivityHeat {

  private static final String COUNTED_DAYS =
      """
      select activity, duration_class, sum(finished) as finished, sum(cancelled) as cancelled,
        sum(millis) as millis
      from activity_day
      where proc_def_id = any(:versions) and day >= :fromDay and day < :beforeDay
      group by activity, duration_class
      """;

  private static final String OTHER_DAYS =
      "select "
          + ActivityDays.COUNTED
          + " and proc_def_id_ = any(:versions) group by proc_def_id_, act_id_, 3";

  private static final String RUNNING =
      """
      select act_id_ as activity, count(*) as running from act_hi_actinst
      where proc_def_id_ = any(:versions) and end_time_ is null
        and act_id_ not like '%#multiInstanceBody'
      group by act_id_
      """;

  private final JdbcClient jdbc;
  private final DayCounting days;
  private final StepNames names;

  ActivityHeat(JdbcClient jdbc, DayCounting days, StepNames names) {
    this.jdbc = jdbc;
    this.days = days;
    this.names = names;
  }

  /**
   * An activity.
   *
   * @param activity its id in the model
   * @param step its name in the model
   * @param finished how often it has ended in these days, cancelled or not
   * @param cancelled how often it was left before it was completed
   * @param total total duration
   * @param median median duration, accurate to an eighth
   * @param running how many are active now
   */
  public record Activity(
      String activity,
      String step,
      long finished,
      long cancelled,
      Duration total,
      @Nullable Duration mean,
      @Nullable Duration median,
      long running) {}

  /**
   * The activities of a process that were or are being executed, most frequent first.
   *
   * @param versions of one process, latest first
   * @param from the first day
   * @param to the last day
   */
  public List<Activity> of(List<Version> versions, LocalDate from, LocalDate to) {
    String[] ids = versions.stream().map(Version::id).toArray(String[]::new);
    LocalDate before = to.plusDays(1);
    LocalDate counted = days.next().orElse(from);
    LocalDate rest = counted.isBefore(from) ? from : counted.isAfter(before) ? before : counted;
    Map<String, Counts> all = new HashMap<>();
    jdbc.sql(COUNTED_DAYS)
        .param("versions", ids)
        .param("fromDay", from)
        .param("beforeDay", rest)
        .query(
            row -> {
              Counts.in(all, row.getString("activity")).add(DurationClass.read(row));
            });
    jdbc.sql(OTHER_DAYS)
        .param("versions", ids)
        .param("from", ActivityDays.start(rest))
        .param("before", ActivityDays.start(before))
        .query(
            row -> {
              Counts.in(all, row.getString("activity")).add(DurationClass.read(row));
            });
    jdbc.sql(RUNNING)
        .param("versions", ids)
        .query(
            row -> {
              Counts.in(all, row.getString("activity")).running = row.getLong("running");
            });
    return all.entrySet().stream()
        .map(entry -> entry.getValue().activity(entry.getKey(), names.of(ids[0], entry.getKey())))
        .sorted(
            Comparator.comparing(Activity::finished).reversed().thenComparing(Activity::activity))
        .toList();
  }

  /** Activities with about the same duration. */
  private record DurationClass(int number, long finished, long cancelled, long millis) {

    static DurationClass read(ResultSet row) throws SQLException {
      return new DurationClass(
          row.getInt("duration_class"),
          row.getLong("finished"),
          row.getLong("cancelled"),
          row.getLong("millis"));
    }
  }

  private static final class Counts {

    private final List<DurationClass> classes = new ArrayList<>();
    private long running;

    static Counts in(Map<String, Counts> all, String activity) {
      return all.computeIfAbsent(activity, id -> new Counts());
    }

    void add(DurationClass some) {
      classes.add(some);
    }

    Activity activity(String id, String step) {
      long finished = classes.stream().mapToLong(DurationClass::finished).sum();
      long millis = classes.stream().mapToLong(DurationClass::millis).sum();
      return new Activity(
          id,
          step,
          finished,
          classes.stream().mapToLong(DurationClass::cancelled).sum(),
          Duration.ofMillis(millis),
          finished == 0 ? null : Duration.ofMillis(millis / finished),
          finished == 0 ? null : median((finished + 1) / 2),
          running);
    }

    /** The mean of the class that the one in the middle is in. */
    private Duration median(long middle) {
      List<DurationClass> sorted =
          classes.stream().sorted(Comparator.comparing(DurationClass::number)).toList();
      long before = 0;
      for (DurationClass some : sorted) {
        before += some.finished();
        if (before >= middle) {
          return Duration.ofMillis(some.millis() / some.finished());
        }
      }
      throw new IllegalStateException("the middle is one of them");
    }
  }
}
