package io.domainflow.registrar.command;

import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists part of the outgoing transfers of this account. If a name is no longer listed, its transfer
 * is over, but the result is not known.
 *
 * @param first how many names to skip
 * @param limit maximum number of names, 1 to {@value #MOST}
 */
public record ListOutgoingTransfers(int first, int limit)
    implements Query<ListOutgoingTransfers.Result> {

  /** The maximum number of names in one part. */
  public static final int MOST = ListTransfers.MOST;

  /**
   * Creates the query.
   *
   * @throws IllegalArgumentException if the part is too small or too large
   */
  public ListOutgoingTransfers {
    if (first < 0 || limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("A part has 1 to " + MOST + " names.");
    }
  }

  /**
   * The answer.
   *
   * @param total the total number; the number known so far if not stated
   */
  public record Result(List<Entry> entries, int total) {}

  /**
   * One name.
   *
   * @param domain in A-label form, lower case
   * @param createdAt when the transfer was requested; null if not stated
   * @param executesAt when it is granted if nobody answers; null if not stated
   * @param gainingRegistrar the registrar that requested it; null if not stated
   * @param toAnotherAccount whether it moves to another account at this registrar
   */
  public record Entry(
      String domain,
      State state,
      @Nullable Instant createdAt,
      @Nullable Instant executesAt,
      @Nullable String gainingRegistrar,
      boolean toAnotherAccount) {}
}
