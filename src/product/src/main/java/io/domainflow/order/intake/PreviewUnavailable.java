package io.domainflow.order.intake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown when a preview is not possible because the registrar cannot be reached. */
public class PreviewUnavailable extends RuntimeException {

  private final transient @Nullable Instant until;

  /**
   * The registrar was not called, or did not answer.
   *
   * @param message why, for people, in sentences
   * @param until when to try again; null if that is not known
   */
  public PreviewUnavailable(String message, @Nullable Instant until, Throwable cause) {
    super(message, cause);
    this.until = until;
  }

  /** When to try again; empty if that is not known. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }
}
