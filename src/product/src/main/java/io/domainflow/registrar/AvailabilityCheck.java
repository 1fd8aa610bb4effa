package io.domainflow.registrar;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the availability of names outside of orders. */
@Component
public class AvailabilityCheck {

  /** The maximum number of names per call. */
  public static final int MOST = 250;

  /**
   * The maximum number of names for which trademark notices are checked, because each name costs a
   * separate call from the quota.
   */
  public static final int MOST_WITH_CLAIMS = 10;

  private final RegistrarGateway registrar;
  private final LowPriorityCalls lowPriority;

  AvailabilityCheck(RegistrarGateway registrar, LowPriorityCalls lowPriority) {
    this.registrar = registrar;
    this.lowPriority = lowPriority;
  }

  /**
   * Checks all names in one call.
   *
   * @param names at most {@link #MOST}
   * @return one entry for each name, in that order
   * @throws RegistrarFailure if the registrar does not answer
   */
  public List<CheckedName> check(String account, List<DomainName> names) {
    return names.isEmpty() ? List.of() : lowPriority.whileCallerWaits(() -> ask(account, names));
  }

  private List<CheckedName> ask(String account, List<DomainName> names) {
    boolean claims = names.size() <= MOST_WITH_CLAIMS;
    return registrar.ask(account, new CheckDomains(names)).names().stream()
        .map(AvailabilityCheck::checked)
        .map(name -> claims && name.status() == NameStatus.FREE ? claims(account, name) : name)
        .toList();
  }

  private static CheckedName checked(Availability name) {
    return new CheckedName(
        name.domain(),
        status(name),
        // For an available name, the registrar's text only repeats that.
        name.reason() == null && !name.kind().isFree() ? name.text() : name.reason(),
        name.ownPrice() ? name.priceClass() : null,
        name.price());
  }

  private static NameStatus status(Availability name) {
    return switch (name.kind()) {
      case AVAILABLE -> NameStatus.FREE;
      case PREMIUM -> NameStatus.PREMIUM;
      case TAKEN -> name.reserved() ? NameStatus.RESERVED : NameStatus.TAKEN;
      case INVALID -> NameStatus.INVALID;
      case UNSUPPORTED -> NameStatus.UNSUPPORTED;
      case NOT_CHECKED -> NameStatus.UNKNOWN;
    };
  }

  // Zones without a claims phase refuse the query, which means that there is no claim.
  private CheckedName claims(String account, CheckedName name) {
    Optional<String> key;
    try {
      key = registrar.ask(account, new CheckClaims(name.domain(), true)).claimKey();
    } catch (Refused e) {
      return name;
    }
    return key.isEmpty()
        ? name
        : new CheckedName(
            name.domain(),
            NameStatus.CLAIMS,
            "there is a trademark notice, which has to be accepted with the order",
            name.priceClass(),
            name.price());
  }
}
