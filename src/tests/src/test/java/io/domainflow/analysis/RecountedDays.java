package io.domainflow.analysis;

import org.springframework.context.ApplicationContext;

/** Counts all past days again, after rows were added without a process. */
public final class RecountedDays {

  private RecountedDays() {}

  /** Counts; returns when it is done. */
  public static void of(ApplicationContext application) {
    DayCounting days = application.getBean(DayCounting.class);
    days.startOver();
    days.countFinishedDays();
  }
}
