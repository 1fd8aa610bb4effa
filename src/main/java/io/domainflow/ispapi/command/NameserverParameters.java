package io.domainflow.ispapi.command;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.Map;

/** Name servers as parameters of a domain command. */
final class NameserverParameters {

  private static final int MOST = 13;

  private NameserverParameters() {}

  /**
   * Makes sure that a name can have them.
   *
   * @throws IllegalArgumentException if there are too many
   */
  static void check(List<Nameserver> nameservers) {
    if (nameservers.size() > MOST) {
      throw new IllegalArgumentException("A name can have at most " + MOST + " name servers.");
    }
  }

  static void put(Map<String, String> parameters, List<Nameserver> nameservers) {
    for (int i = 0; i < nameservers.size(); i++) {
      parameters.put("NAMESERVER" + i, nameservers.get(i).host());
    }
  }
}
