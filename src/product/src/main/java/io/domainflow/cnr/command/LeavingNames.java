package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists part of the account's outgoing transfers. */
record LeavingNames(int first, int limit) implements Query<LeavingNames.Result> {

  /**
   * The answer.
   *
   * @param total the total number; the number known so far if not stated
   */
  record Result(List<Row> rows, int total) {}

  /**
   * One name.
   *
   * @param at a date of its transfer; the page does not say which one
   */
  record Row(
      String domain,
      State state,
      @Nullable Instant at,
      @Nullable String registrar,
      boolean toAnotherAccount) {}
}
