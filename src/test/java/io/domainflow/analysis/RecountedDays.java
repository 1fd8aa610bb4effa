package io.domainflow.analysis;

import org.springframework.context.ApplicationContext;

/** Has all days that are over counted anew, after rows have come that no process has made. */
public final class RecountedDays {

  private RecountedDays() {}

  /** Counts; returns when it is done. */
  public static void of(ApplicationContext application) {
    DayCounting days = application.getBean(DayCounting.class);
    days.startOver();
    days.countFinishedDays();
  }
}
