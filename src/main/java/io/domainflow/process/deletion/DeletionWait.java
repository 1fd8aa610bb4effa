package io.domainflow.process.deletion;

import io.domainflow.order.Deletion;
import io.domainflow.process.Facts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The wait for a deletion that the registrar has accepted, as facts for the model. */
@Component
class DeletionWait {

  private final DeletionProperties properties;
  private final Clock clock;

  DeletionWait(DeletionProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The wait begins.
   *
   * @param pending whether the registrar says that it takes time; if not, it is looked at once
   */
  Map<String, Object> begins(boolean pending) {
    Instant now = clock.instant();
    return Facts.of(
        DomainDeletionProcess.UNDER_WAY,
        true,
        DomainDeletionProcess.NEXT_LOOK_AT,
        pending ? now.plus(properties.firstLook()) : now,
        DomainDeletionProcess.REMIND_AT,
        nextReminder());
  }

  /** The wait goes on. */
  Map<String, Object> goesOn() {
    return Facts.of(
        DomainDeletionProcess.UNDER_WAY,
        true,
        DomainDeletionProcess.NEXT_LOOK_AT,
        clock.instant().plus(properties.lookEvery()));
  }

  /** When an operator is asked, or asked again. */
  Instant nextReminder() {
    return clock.instant().plus(properties.remindAfter());
  }

  /** Whether a name without a sign of its deletion may still come to show one. */
  boolean isYoung(Deletion deletion) {
    return clock.instant().isBefore(deletion.requestedAt().plus(properties.lookEvery()));
  }
}
