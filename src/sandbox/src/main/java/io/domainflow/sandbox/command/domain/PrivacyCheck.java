package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.util.List;
import java.util.Optional;

/** Checks orders of the registrar's privacy services, which only some zones have. */
public final class PrivacyCheck {

  /** The services of HEXONET. */
  static final List<String> SERVICES =
      List.of("X-ACCEPT-WHOISTRUSTEE-TAC", "X-ACCEPT-WHOISTRUSTEELITE-TAC");

  /** The services of CentralNic Reseller: each of the registrar's modules uses its own word. */
  public static final List<String> AT_CNR = List.of("X-WHOIS-PRIVACY", "X-WHOISPRIVACY");

  private PrivacyCheck() {}

  /**
   * Refuses a service that the zone does not have.
   *
   * @param services the parameters that order one
   * @return the ordered service
   */
  public static Optional<String> refuseUnknown(
      List<String> services, ReceivedCommand call, Zones zones, Transaction transaction) {
    Optional<String> ordered = services.stream().filter(call::isOn).findFirst();
    if (ordered.isPresent() && !zones.of(call.domain()).hasWhoisTrustee()) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.INVALID_ATTRIBUTE : Code.INVALID_VALUE,
          ordered.get());
    }
    return ordered;
  }

  /** The value that StatusDomain and lists show for a service. */
  static String shown(String service, RegisteredName name, Zones zones, Profile profile) {
    boolean none = profile == Profile.A && !zones.of(name.domain()).hasWhoisTrustee();
    return name.fields().getOrDefault(service, none ? "" : "0");
  }
}
