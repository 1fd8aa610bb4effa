package io.domainflow.registrar.command;

import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a part of the names that are on their way to this account. That a name is not among them
 * says that its transfer is over, not how it ended.
 *
 * @param first how many names to skip
 * @param limit most names in the answer, 1 to {@value #MOST}
 */
public record ListTransfers(int first, int limit) implements Query<ListTransfers.Result> {

  /** Names in one part at most. */
  public static final int MOST = 250;

  /**
   * Puts the question together.
   *
   * @throws IllegalArgumentException if the part is too small or too large
   */
  public ListTransfers {
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
   * @param losingRegistrar null if not stated
   */
  public record Entry(
      String domain, State state, @Nullable Instant createdAt, @Nullable String losingRegistrar) {}
}
