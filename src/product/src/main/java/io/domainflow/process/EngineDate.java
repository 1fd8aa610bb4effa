package io.domainflow.process;

import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A time as the engine's Java API gives it, such as the date a task is due. */
public final class EngineDate {

  private EngineDate() {}

  /** The point in time. */
  public static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
