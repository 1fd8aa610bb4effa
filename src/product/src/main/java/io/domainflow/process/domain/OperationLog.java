package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The registrar's log entries of one operation on a name.
 *
 * @param entries newest first; empty if the registrar shows no log
 */
public record OperationLog(List<ReadLog.Entry> entries) {

  // The registrar's log and clock may lag.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final int MOST = 20;

  /** Reads the entries written since the operation was requested. */
  public static OperationLog read(
      DomainName name, Operation operation, Instant askedForAt, Reader registrar) {
    return new OperationLog(
        registrar.log(name, askedForAt.minus(CLOCK_SKEW), MOST).orElse(List.of()).stream()
            .filter(entry -> entry.operation() == operation)
            .toList());
  }

  /**
   * The entry that says that the operation has failed; empty if it has not ended, or has succeeded.
   * Mere requests, such as a withdrawal, are logged too and do not end it.
   */
  public Optional<ReadLog.Entry> failure() {
    return entries.stream()
        .filter(entry -> entry.outcome().isEnd())
        .findFirst()
        .filter(entry -> entry.outcome() == Outcome.FAILED);
  }
}
