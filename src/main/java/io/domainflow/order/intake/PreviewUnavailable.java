package io.domainflow.order.intake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** It cannot be said what an order would do, because the registrar cannot be asked. */
public class PreviewUnavailable extends RuntimeException {

  private final transient @Nullable Instant until;

  /**
   * The registrar was not asked, or did not answer.
   *
   * @param message why, for people, in sentences
   * @param until when it is worth trying again; null if that is not known
   */
  public PreviewUnavailable(String message, @Nullable Instant until, Throwable cause) {
    super(message, cause);
    this.until = until;
  }

  /** When it is worth trying again; empty if that is not known. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }
}
