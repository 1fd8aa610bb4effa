package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.registry.Zones;
import java.util.Set;

/** Knows the properties of zones at CentralNic Reseller. */
public final class ZoneFacts {

  private static final Set<String> WITHOUT_RENEWAL =
      Set.of("at", "be", "ch", "de", "hu", "jp", "li", "nl", "ru");

  private ZoneFacts() {}

  /** Whether names are renewed by a command; otherwise only by their mode. */
  public static boolean renewsByCommand(Zones.Policy policy) {
    return policy.explicitRenewal() && !WITHOUT_RENEWAL.contains(policy.zone().tld());
  }
}
