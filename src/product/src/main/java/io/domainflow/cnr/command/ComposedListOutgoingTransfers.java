package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ListOutgoingTransfers;
import io.domainflow.registrar.command.ListOutgoingTransfers.Entry;
import java.time.Instant;

/**
 * {@link ListOutgoingTransfers} as {@code QueryForeignTransferList}. Its page does not say whether
 * the date is that of the request or that on which it will be granted: a past date can only be the
 * former, a future date only the latter.
 */
final class ComposedListOutgoingTransfers
    implements Composed<ListOutgoingTransfers, ListOutgoingTransfers.Result> {

  @Override
  public String name(ListOutgoingTransfers command) {
    return "QueryForeignTransferList";
  }

  @Override
  public int points(ListOutgoingTransfers command) {
    return 1;
  }

  @Override
  public ListOutgoingTransfers.Result ask(ListOutgoingTransfers command, Calls calls) {
    LeavingNames.Result leaving = calls.ask(new LeavingNames(command.first(), command.limit()));
    Instant now = calls.now();
    return new ListOutgoingTransfers.Result(
        leaving.rows().stream().map(row -> entry(row, now)).toList(), leaving.total());
  }

  private static Entry entry(LeavingNames.Row row, Instant now) {
    boolean toCome = row.at() != null && row.at().isAfter(now);
    return new Entry(
        row.domain(),
        row.state(),
        toCome ? null : row.at(),
        toCome ? row.at() : null,
        row.registrar(),
        row.toAnotherAccount());
  }
}
