package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.wire.protocol.WireResponse;
import io.domainflow.wire.value.Numbers;
import io.domainflow.wire.value.PeriodText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GetZoneInfo} says of a zone. Most names are those that the registrar's modules read;
 * where its page has others for the same, both are.
 */
final class ZoneTerms {

  private static final Period ONE_YEAR = new Period(1);
  private static final Period NOTHING = new Period(0);

  private final WireResponse response;

  ZoneTerms(WireResponse response) {
    this.response = response;
  }

  /** How it is asked for, by a name in the zone. */
  static Map<String, String> parameters(DomainName domain) {
    return Map.of("DOMAIN", Spelling.of(domain));
  }

  /**
   * Whether names are renewed by {@code RenewDomain}. False if not stated, as the registrar's
   * modules read it.
   */
  boolean renewsOnCommand() {
    return response.flag("RRPSUPPORTSRENEWAL").orElse(false);
  }

  /** What a renewal may add: one year where it is ordered by the mode, which renews once. */
  List<Period> renewalPeriods() {
    return renewsOnCommand() ? PeriodText.read(response.all("RENEWALPERIODS")) : List.of(ONE_YEAR);
  }

  /**
   * What a transfer adds, with it or right after it. Where it does not renew, a zone may still
   * state periods: they are those of another time.
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

  /** Whether the registrar has the registrant confirm a transfer by mail. */
  boolean confirmsTransferByMail() {
    return response.flag("FOAEMAIL").orElse(false);
  }

  /** What it takes to have another registrant. That anything else is an update is inferred. */
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

  /** For how long a deleted name can be restored; null if not stated. */
  @Nullable Duration restorable() {
    return response
        .first("REDEMPTIONPERIODDAYS")
        .or(() -> response.first("RESTOREDAYSPOSSIBLE"))
        .flatMap(Numbers::read)
        .map(Duration::ofDays)
        .orElse(null);
  }
}
