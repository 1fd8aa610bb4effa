package io.domainflow.process.worker;

import java.time.Duration;

/**
 * A step that asks the registrar was worked once. Published on the thread that has worked it.
 *
 * @param topic which step
 */
public record StepWorked(String topic, Ending ending, Duration took) {

  /** How that ended. */
  public enum Ending {
    /** It is over, whatever the registrar answered. */
    DONE,
    /** It is tried again automatically. */
    RETRIED,
    /** It became an incident. */
    STOPPED,
    /** Its process has ended meanwhile, or another node works it. */
    TAKEN_AWAY
  }
}
