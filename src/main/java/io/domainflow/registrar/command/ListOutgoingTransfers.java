package io.domainflow.registrar.command;

import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a part of the names of this account that somebody wants to have elsewhere. That a name
 * is no longer among them says that its transfer is over, not how it ended.
 *
 * @param first how many names to skip
 * @param limit most names in the answer, 1 to {@value #MOST}
 */
public record ListOutgoingTransfers(int first, int limit)
    implements Query<ListOutgoingTransfers.Result> {

  /** Names in one part at most. */
  public static final int MOST = ListTransfers.MOST;

  /**
   * Puts the question together.
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
   * @param total how many there are altogether; as many as are known of if not stated
   */
  public record Result(List<Entry> entries, int total) {}

  /**
   * One name.
   *
   * @param domain in A-label form, lower case
   * @param createdAt when the transfer was asked for; null if not stated
   * @param executesAt when it is granted if nobody answers; null if not stated
   * @param gainingRegistrar who asks for it; null if not stated
   * @param toAnotherAccount whether it stays with this registrar, in the account of somebody else
   */
  public record Entry(
      String domain,
      State state,
      @Nullable Instant createdAt,
      @Nullable Instant executesAt,
      @Nullable String gainingRegistrar,
      boolean toAnotherAccount) {}
}
