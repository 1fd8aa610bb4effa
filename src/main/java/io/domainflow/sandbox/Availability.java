package io.domainflow.sandbox;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be said about a name that somebody wants. */
@Component("sandboxAvailability")
@ConditionalOnSandbox
class Availability {

  /** How a name stands. */
  enum Kind {
    FREE,
    PREMIUM,
    TAKEN
  }

  /**
   * What is known of a wanted name.
   *
   * @param setup how it was set up, if it was
   */
  record Finding(Kind kind, Zones.Zone zone, Optional<Stored.NameSetup> setup) {

    /** The claim key, when the name has a claim. */
    Optional<String> claimKey() {
      return setup
          .filter(Stored.NameSetup::claims)
          .map(s -> "claim/" + AuthCodes.hash("claim:" + s.domain()));
    }

    /** What accepting the claims notice of this name is proven with. */
    String acceptHash() {
      return AuthCodes.hash("accept:" + claimKey().orElseThrow());
    }

    String premiumClass() {
      return setup.map(Stored.NameSetup::priceClass).orElse("PREMIUM_" + zone.priceClass() + "_A");
    }

    String premiumPrice() {
      return Ledger.amount(
          setup.map(Stored.NameSetup::price).orElse(zone.annual().multiply(BigDecimal.TEN)));
    }

    String premiumCurrency() {
      return setup.map(Stored.NameSetup::currency).orElse("EUR");
    }
  }

  private final Zones zones;

  Availability(Zones zones) {
    this.zones = zones;
  }

  /**
   * Looks a name up.
   *
   * @throws Refusal if it is in no zone on offer
   */
  Finding of(String domain, Transaction transaction) {
    Zones.Zone zone = zones.of(domain);
    Optional<Stored.NameSetup> setup = transaction.find(Table.SETUPS, domain);
    Kind kind = Kind.FREE;
    if (transaction.find(Table.NAMES, domain).isPresent()) {
      kind = Kind.TAKEN;
    } else if (setup.filter(Stored.NameSetup::premium).isPresent()) {
      kind = Kind.PREMIUM;
    }
    return new Finding(kind, zone, setup);
  }
}
