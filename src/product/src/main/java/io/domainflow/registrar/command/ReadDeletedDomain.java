package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads whether a name was deleted and can be restored. */
public record ReadDeletedDomain(DomainName domain) implements Query<ReadDeletedDomain.Result> {

  /**
   * The answer.
   *
   * @param restorable whether the registrar lists it among the deleted names
   * @param until the last moment to restore it; null if not stated
   * @param restoring whether it is listed as one that is being restored
   */
  public record Result(boolean restorable, @Nullable Instant until, boolean restoring) {

    /** A result for a list that does not show whether the name is being restored. */
    public Result(boolean restorable, @Nullable Instant until) {
      this(restorable, until, false);
    }
  }
}
