package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@link ReadLog} from the account's events, including deleted ones, because the registrar has no
 * log of a name: {@code TRANSFER_…} are transfers to this account, {@code FOREIGN_TRANSFER_…} those
 * away from it. Other commands leave no trace of their result here, except successful renewals.
 *
 * <p>The list cannot be filtered by name: it is read from the newest backwards, and ends after some
 * thousand events.
 */
final class ComposedReadLog implements Composed<ReadLog, ReadLog.Result> {

  private static final int PART = 1000;
  private static final int MOST_PARTS = 5;

  @Override
  public String name(ReadLog command) {
    return "QueryEventList";
  }

  @Override
  public int points(ReadLog command) {
    return MOST_PARTS;
  }

  @Override
  public Optional<DomainName> about(ReadLog command) {
    return Optional.of(command.domain());
  }

  @Override
  public ReadLog.Result ask(ReadLog command, Calls calls) {
    List<ReadLog.Entry> entries = new ArrayList<>();
    int read = 0;
    for (int part = 0; part < MOST_PARTS && entries.size() < command.limit(); part++) {
      ListedEvents.Result events =
          calls.ask(new ListedEvents("DOMAIN_*", command.since(), true, true, read, PART));
      events.events().stream()
          .filter(event -> isAbout(event, command.domain()))
          .map(ComposedReadLog::entry)
          .forEach(entries::add);
      read += events.events().size();
      if (events.events().isEmpty() || read >= events.total().orElse(0)) {
        break;
      }
    }
    return new ReadLog.Result(entries.stream().limit(command.limit()).toList());
  }

  private static boolean isAbout(ListedEvents.Entry event, DomainName domain) {
    return event.object().filter(name -> Columns.isName(name, domain)).isPresent();
  }

  private static ReadLog.Entry entry(ListedEvents.Entry event) {
    String word = event.subkind().toUpperCase(Locale.ROOT);
    return new ReadLog.Entry(
        event.id(),
        operation(event.kind().toUpperCase(Locale.ROOT), word),
        outcome(word),
        event.at(),
        null,
        null);
  }

  private static Operation operation(String kind, String word) {
    return switch (kind) {
      case "DOMAIN_TRANSFER" ->
          word.startsWith("FOREIGN_") ? Operation.OUTGOING_TRANSFER : Operation.TRANSFER;
      case "DOMAIN_RENEWAL" -> Operation.RENEWAL;
      default -> Operation.OTHER;
    };
  }

  private static Outcome outcome(String word) {
    if (word.endsWith("_PENDING")) {
      return Outcome.PENDING;
    }
    if (word.endsWith("_SUCCESSFUL")) {
      return Outcome.SUCCESSFUL;
    }
    return word.endsWith("_FAILED") ? Outcome.FAILED : Outcome.OTHER;
  }
}
