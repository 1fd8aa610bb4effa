package io.domainflow.process;

import java.time.Instant;
import java.util.Date;

/** A time as the engine's Java API gives it, such as the date a task is due. */
public final class EngineDate {

  private EngineDate() {}

  /** The point in time; null if there is none. */
  public static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
