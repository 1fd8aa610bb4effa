package io.domainflow.sandbox.fault;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.protocol.Wildcard;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.FaultEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Keeps the faults that wait for a call, and selects the call that they affect. */
@Component("sandboxFaults")
@ConditionalOnSandbox
public class Faults {

  /** Used instead of a command for the faults of events. */
  public static final String EVENTS = "EVENTS";

  /** Takes the fault that affects this call, if one does. */
  public Optional<FaultEntry> take(String command, List<String> domains, Transaction transaction) {
    return take(
        transaction,
        fault ->
            !fault.command().equals(EVENTS)
                && (fault.command().equals("*") || fault.command().equalsIgnoreCase(command))
                && concerns(fault, domains));
  }

  /** Takes the fault that affects an event about a name. */
  public EventFault takeEventFault(String domain, Transaction transaction) {
    return take(
            transaction,
            fault ->
                fault.command().equals(EVENTS)
                    && !fault.fault().equals("EVENTS_REVERSED")
                    && concerns(fault, List.of(domain)))
        .map(fault -> EventFault.of(fault.fault()))
        .orElse(EventFault.NONE);
  }

  /** Takes whether a list of events is answered in reverse order. */
  public boolean takeReversal(Transaction transaction) {
    return take(transaction, fault -> fault.fault().equals("EVENTS_REVERSED")).isPresent();
  }

  private static boolean concerns(FaultEntry fault, List<String> domains) {
    return fault.domain().equals("*")
        || domains.stream().anyMatch(domain -> Wildcard.matches(fault.domain(), domain));
  }

  private static Optional<FaultEntry> take(Transaction transaction, Predicate<FaultEntry> strikes) {
    Optional<FaultEntry> found = transaction.all(Table.FAULTS).stream().filter(strikes).findFirst();
    found.ifPresent(
        fault -> {
          if (fault.times() == 1) {
            transaction.remove(Table.FAULTS, fault.key());
          } else {
            transaction.put(
                Table.FAULTS,
                new FaultEntry(
                    fault.number(),
                    fault.command(),
                    fault.fault(),
                    fault.times() - 1,
                    fault.domain(),
                    fault.description()));
          }
        });
    return found;
  }
}
