package io.domainflow.process;

import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.order.OrderRequest;
import java.util.HashSet;
import java.util.Optional;

/** Compares settings of a name with the ones that were ordered, in words for people. */
public final class OrderedSettings {

  private OrderedSettings() {}

  /** What differs in the renewal mode. */
  public static Optional<String> renewalMode(OrderRequest ordered, StatusDomain.Result domain) {
    return domain.renewalMode().equals(Optional.of(ordered.renewalMode()))
        ? Optional.empty()
        : Optional.of(
            "renewal mode: ordered "
                + ordered.renewalMode()
                + ", is "
                + domain.renewalMode().map(Enum::name).orElse("one we do not know"));
  }

  /** What differs in the name servers. Their order does not count; an order may name none. */
  public static Optional<String> nameservers(OrderRequest ordered, StatusDomain.Result domain) {
    return ordered.nameservers().isEmpty()
            || new HashSet<>(ordered.nameservers()).equals(new HashSet<>(domain.nameservers()))
        ? Optional.empty()
        : Optional.of(
            "name servers: ordered " + ordered.nameservers() + ", are " + domain.nameservers());
  }
}
