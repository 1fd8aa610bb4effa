package io.domainflow.wire.value;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.Map;

/** Name servers as parameters of a domain command. */
public final class NameserverParameters {

  private NameserverParameters() {}

  /** Those that a name gets; of none nothing is said. */
  public static void put(Map<String, String> parameters, List<Nameserver> nameservers) {
    for (int i = 0; i < nameservers.size(); i++) {
      parameters.put("NAMESERVER" + i, nameservers.get(i).host());
    }
  }

  /** All that a name is to have in the place of those it has; none take away the ones it has. */
  public static void replace(Map<String, String> parameters, List<Nameserver> nameservers) {
    put(parameters, nameservers);
    if (nameservers.isEmpty()) {
      parameters.put("NAMESERVER0", "");
    }
  }
}
