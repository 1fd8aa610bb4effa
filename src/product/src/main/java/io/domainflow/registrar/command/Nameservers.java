package io.domainflow.registrar.command;

import io.domainflow.model.Nameserver;
import java.util.List;

/** The name servers of a command. */
final class Nameservers {

  private static final int MOST = 13;

  private Nameservers() {}

  /**
   * A copy of the name servers.
   *
   * @throws IllegalArgumentException if there are too many
   */
  static List<Nameserver> checked(List<Nameserver> nameservers) {
    if (nameservers.size() > MOST) {
      throw new IllegalArgumentException("A name can have at most " + MOST + " name servers.");
    }
    return List.copyOf(nameservers);
  }
}
