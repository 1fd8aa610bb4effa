package io.domainflow.registrar;

import org.jspecify.annotations.Nullable;

/**
 * The command was certainly not executed: no part of it left this machine. It may be sent again.
 *
 * <p>Causes: connection refused, unknown host name, no secure connection, no connection in time.
 */
public final class NotSent extends CallFailed {

  public NotSent(ConnectionProblem trouble, @Nullable Throwable cause) {
    super(
        "The registrar could not be reached ("
            + trouble.words()
            + "). The command was not sent and no money was spent; it can be sent again.",
        trouble,
        trouble.words(),
        cause);
  }
}
