package io.domainflow.process.restoration;

import io.domainflow.process.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The wait for a name that is being brought back, as facts for the model. */
@Component
class RestorationWait {

  private final RestorationProperties properties;
  private final Clock clock;

  RestorationWait(RestorationProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  Map<String, Object> begins() {
    return Facts.of(
        RestorationProcess.NEXT_LOOK_AT,
        in(properties.firstLook()),
        RestorationProcess.REMIND_AT,
        nextReminder());
  }

  Map<String, Object> goesOn() {
    return Facts.of(
        RestorationProcess.UNDER_WAY,
        true,
        RestorationProcess.NEXT_LOOK_AT,
        in(properties.lookEvery()));
  }

  Instant nextReminder() {
    return in(properties.remindAfter());
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }
}
