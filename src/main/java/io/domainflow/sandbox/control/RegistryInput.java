package io.domainflow.sandbox.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.stored.name.NameSetup;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One object of {@code POST /sandbox/registry}; every member but the name may be absent.
 *
 * @param ds its DS records, as they stand at the registry
 * @param fields what it was registered with, such as {@code X-ACCEPT-WHOISTRUSTEE-TAC}
 */
record RegistryInput(
    String domain,
    Owner owner,
    Platform platform,
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
    List<String> ds,
    Map<String, String> fields,
    NameSetup.Zone zone,
    List<NameSetup.Next> next) {

  /** HEXONET's, where a body does not say another one. */
  static Platform platform(Platform given) {
    return Optional.ofNullable(given).orElse(Platform.ISPAPI);
  }

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
}
