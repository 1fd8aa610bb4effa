package io.domainflow.process.domain;

import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ReadDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the settings of a name with the ordered ones, in words for people. */
public final class OrderedSettings {

  private OrderedSettings() {}

  /** The difference in the renewal mode. */
  public static Optional<String> renewalMode(RenewalMode ordered, ReadDomain.Result domain) {
    return domain.renewalMode().equals(Optional.of(ordered))
        ? Optional.empty()
        : Optional.of(
            "renewal mode: ordered "
                + of(ordered)
                + ", is "
                + domain.renewalMode().map(OrderedSettings::of).orElse("one we do not know"));
  }

  // Callers know the code, operators the words.
  private static String of(RenewalMode mode) {
    return mode + " (" + mode.words() + ")";
  }

  /**
   * The differences in the name servers. Their order does not matter; an order may contain none.
   */
  public static Optional<String> nameservers(List<Nameserver> ordered, ReadDomain.Result domain) {
    return ordered.isEmpty() || new HashSet<>(ordered).equals(new HashSet<>(domain.nameservers()))
        ? Optional.empty()
        : Optional.of(
            "name servers: ordered "
                + words(ordered)
                + ", but the domain has "
                + words(domain.nameservers()));
  }

  private static String words(List<Nameserver> hosts) {
    return hosts.isEmpty()
        ? "none"
        : hosts.stream().map(Nameserver::toString).collect(Collectors.joining(", "));
  }
}
