package io.domainflow.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** One object of {@code POST /sandbox/registry}; every member but the name may be absent. */
record RegistryInput(
    String domain,
    Owner owner,
    String account,
    Registrant registrant,
    String authCode,
    AuthCheck authCheck,
    Boolean transferLock,
    Duration age,
    Duration expires,
    RenewalMode renewalMode,
    @JsonProperty("class") String priceClass,
    BigDecimal price,
    BigDecimal renewalPrice,
    String currency,
    Boolean claims,
    List<String> nameservers,
    Zone zone,
    List<Next> next) {

  /** Who has the name. */
  enum Owner {
    FREE,
    OURS,
    OTHER_ACCOUNT,
    OTHER_REGISTRAR
  }

  /** What a check of the auth code says. */
  enum AuthCheck {
    VALID,
    UNKNOWN
  }

  /** What happens at the end of the period. */
  enum RenewalMode {
    AUTORENEW,
    AUTOEXPIRE,
    AUTODELETE
  }

  /** How something decided later ends. */
  enum Outcome {
    SUCCESSFUL,
    FAILED
  }

  /** The holder, as in an order. */
  record Registrant(
      String firstName,
      String lastName,
      String organization,
      List<String> street,
      String city,
      String state,
      String postalCode,
      String country,
      String phone,
      String email) {

    /** The holder of a name set up without one. */
    static final Registrant OLD_HOLDER =
        new Registrant(
            "Old",
            "Holder",
            null,
            List.of("Old Street 1"),
            "Berlin",
            null,
            "10115",
            "DE",
            "+49.301234567",
            "old@example.org");
  }

  /** How the registrant of a name changes. */
  enum ChangeBy {
    @JsonProperty("ICANN-TRADE")
    ICANN_TRADE,
    TRADE,
    UPDATE,
    REGISTRY,
    NEWREG
  }

  /** Who confirms the request for a transfer. */
  enum Confirmation {
    NONE,
    @JsonProperty("ICANN-FOA-REQUEST")
    ICANN_FOA_REQUEST
  }

  /** Policy of the registry for this name. */
  record Zone(
      String repository,
      ChangeBy registrantChangeBy,
      Confirmation transferConfirmation,
      List<String> transferPeriods,
      Duration transferPending,
      BigDecimal tradePrice,
      Boolean explicitRenewal,
      BigDecimal restorePrice,
      List<String> renewalPeriods) {}

  /** The next answer to a command for this name: pending, and decided after a while. */
  record Next(String command, Duration after, Outcome outcome, String reason) {}
}
