package io.domainflow.wire.value;

import io.domainflow.model.Nameserver;
import java.util.List;
import java.util.Map;

/** Name servers as parameters of a domain command. */
public final class NameserverParameters {

  private NameserverParameters() {}

  public static void put(Map<String, String> parameters, List<Nameserver> nameservers) {
    for (int i = 0; i < nameservers.size(); i++) {
      parameters.put("NAMESERVER" + i, nameservers.get(i).host());
    }
  }
}
