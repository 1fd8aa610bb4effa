package io.domainflow.analysis;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has all days that are over counted anew, after rows have come that no process has made. */
public final class CountedAnew {

  private CountedAnew() {}

  /** Counts; returns when it is done. */
  public static void of(ApplicationContext application) {
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    application.getBean(DayCounting.class).startOver();
    jdbc.sql("delete from activity_day").update();
    jdbc.sql("delete from activity_day_next").update();
    application.getBean(DayCounting.class).countWhatIsOver();
    application.getBean(ActivityDays.class).count();
  }
}
