package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.lineprotocol.value.PeriodText;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of {@code GetZoneInfo}. Most property names are those that the registrar's
 * modules read; where its page has others for the same, both are read.
 */
final class ZoneTerms {

  private static final Period ONE_YEAR = new Period(1);
  private static final Period NOTHING = new Period(0);

  private final RegistrarResponse response;

  ZoneTerms(RegistrarResponse response) {
    this.response = response;
  }

  /** The parameters of the query, which takes a name in the zone. */
  static Map<String, String> parameters(DomainName domain) {
    return Map.of("DOMAIN", Spelling.of(domain));
  }

  /**
   * Whether names are renewed by {@code RenewDomain}. False if not stated, as in the registrar's
   * modules.
   */
  boolean renewsOnCommand() {
    return response.flag("RRPSUPPORTSRENEWAL").orElse(false);
  }

  /** The periods of a renewal: one year if it is ordered through the mode, which renews once. */
  List<Period> renewalPeriods() {
    return renewsOnCommand() ? PeriodText.read(response.all("RENEWALPERIODS")) : List.of(ONE_YEAR);
  }

  /**
   * The periods that a transfer adds, with it or right after it. A zone may state periods even if a
   * transfer does not renew: those are for another time.
   */
  List<Period> transferPeriods() {
    Optional<Boolean> after = response.flag("RENEWALAFTERTRANSFER");
    Optional<Boolean> renews =
        after
            .filter(Boolean.TRUE::equals)
            .or(() -> response.flag("RENEWALATTRANSFER"))
            .or(() -> after);
    if (renews.equals(Optional.of(false))) {
      return List.of(NOTHING);
    }
    List<Period> stated = PeriodText.read(response.all("TRANSFERPERIODS"));
    return stated.isEmpty() && renews.isPresent() ? List.of(ONE_YEAR) : stated;
  }

  boolean transferNeedsAuthCode() {
    return response.first("AUTHCODE").filter("required"::equalsIgnoreCase).isPresent();
  }

  /** Whether the registrar requires the registrant to confirm a transfer by mail. */
  boolean confirmsTransferByMail() {
    return response.flag("FOAEMAIL").orElse(false);
  }

  /** How registrants are changed. That every other value means an update is inferred. */
  RegistrantChangeBy registrantChangeBy() {
    if (response.first("OWNERCHANGEPROCESS").filter("TRADE"::equalsIgnoreCase).isPresent()
        || response.flag("TRADEPOSSIBLE").orElse(false)) {
      return RegistrantChangeBy.TRADE;
    }
    return response.flag("IRTP").orElse(false)
        ? RegistrantChangeBy.ICANN_TRADE
        : response.first("OWNERCHANGEPROCESS").isPresent()
            ? RegistrantChangeBy.UPDATE
            : RegistrantChangeBy.UNKNOWN;
  }

  /** How long a deleted name can be restored; null if not stated. */
  @Nullable Duration restorable() {
    return response
        .first("REDEMPTIONPERIODDAYS")
        .or(() -> response.first("RESTOREDAYSPOSSIBLE"))
        .flatMap(Numbers::read)
        .map(Duration::ofDays)
        .orElse(null);
  }
}
