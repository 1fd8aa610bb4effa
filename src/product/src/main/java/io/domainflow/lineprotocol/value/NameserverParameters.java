package io.domainflow.lineprotocol.value;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.Map;

/** Name servers as parameters of a domain command. */
public final class NameserverParameters {

  private NameserverParameters() {}

  /** Adds the name servers of a name; an empty list adds nothing. */
  public static void put(Map<String, String> parameters, List<Nameserver> nameservers) {
    for (int i = 0; i < nameservers.size(); i++) {
      parameters.put("NAMESERVER" + i, nameservers.get(i).host());
    }
  }

  /** Replaces all name servers of a name; an empty list removes them. */
  public static void replace(Map<String, String> parameters, List<Nameserver> nameservers) {
    put(parameters, nameservers);
    if (nameservers.isEmpty()) {
      parameters.put("NAMESERVER0", "");
    }
  }
}
