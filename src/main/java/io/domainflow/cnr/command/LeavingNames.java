package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a part of the names of the account that are on their way to another. */
record LeavingNames(int first, int limit) implements Query<LeavingNames.Result> {

  /**
   * The answer.
   *
   * @param total how many there are altogether; as many as are known of if not stated
   */
  record Result(List<Row> rows, int total) {}

  /**
   * One name.
   *
   * @param at a date of its transfer: which one, the page does not say
   */
  record Row(
      String domain,
      State state,
      @Nullable Instant at,
      @Nullable String registrar,
      boolean toAnotherAccount) {}
}
