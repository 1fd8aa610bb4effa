package io.domainflow.process.transferwatch;

import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The registrar's list of pending transfers to an account.
 *
 * @param readAt when reading began
 * @param states the state of each, by name in A-label form
 * @param whole whether the whole list could be read; only then is a missing name gone
 */
record TransferList(Instant readAt, Map<String, State> states, boolean whole) {

  /**
   * Reads the whole list, 250 names with each call. A name that moves between pages while they are
   * read may be missed; the only cost is a superfluous check.
   */
  static TransferList read(String account, RegistrarGateway registrar, Instant now) {
    Map<String, State> states = new HashMap<>();
    int first = 0;
    ListTransfers.Result part;
    do {
      part = registrar.ask(account, new ListTransfers(first, ListTransfers.MOST));
      part.entries().forEach(entry -> states.put(entry.domain(), entry.state()));
      first += part.entries().size();
    } while (first < part.total() && !part.entries().isEmpty());
    return new TransferList(now, states, first >= part.total());
  }

  Optional<State> of(String domain) {
    return Optional.ofNullable(states.get(domain));
  }
}
