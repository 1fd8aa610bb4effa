package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.registry.Zones;
import java.util.Set;

/** Knows the properties of zones at CentralNic Reseller. */
@Behaviour(
    value =
        "CNR: zones without RenewDomain (rrpsupportsrenewal 0), among those on offer: at, be, ch, de,"
            + " hu, jp, li, nl, ru",
    basis = Basis.DOCUMENTED,
    source = "list of zones in WHMCS RRPproxy 1.7.0")
public final class ZoneFacts {

  private static final Set<String> WITHOUT_RENEWAL =
      Set.of("at", "be", "ch", "de", "hu", "jp", "li", "nl", "ru");

  private ZoneFacts() {}

  /** Whether names are renewed by a command; otherwise only by their mode. */
  public static boolean renewsByCommand(Zones.Policy policy) {
    return policy.explicitRenewal() && !WITHOUT_RENEWAL.contains(policy.zone().tld());
  }
}
