package io.domainflow.process.worker;

import java.time.Duration;

/**
 * Published when a step that asks the registrar was worked on once, on the thread that did it.
 *
 * @param topic which step
 */
public record StepWorked(String topic, Ending ending, Duration took) {

  /** How the try ended. */
  public enum Ending {
    /** It has ended, whatever the registrar answered. */
    DONE,
    /** It is tried again automatically. */
    RETRIED,
    /** It became an incident. */
    STOPPED,
    /** Its process has ended meanwhile, or another node works on it. */
    TAKEN_AWAY
  }
}
