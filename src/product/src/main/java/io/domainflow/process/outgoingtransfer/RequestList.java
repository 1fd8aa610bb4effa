package io.domainflow.process.outgoingtransfer;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ListOutgoingTransfers;
import io.domainflow.registrar.command.ListOutgoingTransfers.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registrar's list of outgoing transfers of an account.
 *
 * @param requests those that are not decided yet
 * @param whole whether the whole list could be read; only then has a missing request ended
 */
record RequestList(Map<DomainName, Entry> requests, boolean whole) {

  private static final Logger log = LoggerFactory.getLogger(RequestList.class);

  /** Reads the whole list, with as many names per call as possible. */
  static RequestList read(String account, RegistrarGateway registrar) {
    Map<DomainName, Entry> requests = new LinkedHashMap<>();
    int first = 0;
    ListOutgoingTransfers.Result part;
    do {
      part = registrar.ask(account, new ListOutgoingTransfers(first, ListOutgoingTransfers.MOST));
      part.entries().stream()
          .filter(entry -> !entry.state().isOver())
          .forEach(entry -> name(account, entry).ifPresent(domain -> requests.put(domain, entry)));
      first += part.entries().size();
    } while (first < part.total() && !part.entries().isEmpty());
    return new RequestList(requests, first >= part.total());
  }

  private static Optional<DomainName> name(String account, Entry entry) {
    try {
      return Optional.of(DomainName.ofManaged(entry.domain()));
    } catch (InvalidValue e) {
      log.warn("account {}: the list of outgoing transfers contains an invalid name", account);
      return Optional.empty();
    }
  }

  boolean has(DomainName domain) {
    return requests.containsKey(domain);
  }
}
