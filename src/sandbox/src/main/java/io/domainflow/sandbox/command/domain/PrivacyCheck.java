package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.util.List;
import java.util.Optional;

/** Checks orders of the registrar's privacy services, which only some zones have. */
@Behaviour(
    value =
        "X-ACCEPT-WHOISTRUSTEE-TAC=1 of ModifyDomain, and X-WHOIS-PRIVACY=1 or X-WHOISPRIVACY=1 of"
            + " AddDomain, AddDomainApplication and ModifyDomain at CNR, where the zone has no such"
            + " service is 503 naming it",
    basis = Basis.INFERRED,
    source =
        "questions and answers of HEXONET's Blesta module, by which such zones reject the parameter;"
            + " X-PROXY of API/DOMAIN/REGOC/QUERYDOMAINREPOSITORYINFO.md",
    profileB = "541 naming it")
@Behaviour(
    value = "of a name whose zone has no privacy service StatusDomain and lists state none (NULL)",
    basis = Basis.INFERRED,
    source = "API/DOMAIN/STATUSDOMAIN.md of the HEXONET API documentation, which has 0, 1 and NULL",
    profileB = "0")
@Behaviour(
    value =
        "CNR StatusDomain: x-whois-privacy is 0 where nobody ordered it and missing where the zone has"
            + " none",
    basis = Basis.INVENTED)
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
      List<String> services, WireCall call, Zones zones, Transaction transaction) {
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
