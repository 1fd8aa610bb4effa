package io.domainflow.sandbox.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.stored.name.NameSetup;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object of {@code POST /sandbox/registry}; every member but the name is optional.
 *
 * @param ds its DS records at the registry
 * @param fields the fields of its registration, such as {@code X-ACCEPT-WHOISTRUSTEE-TAC}
 */
record RegistryInput(
    @Nullable String domain,
    @Nullable Owner owner,
    @Nullable Platform platform,
    @Nullable String account,
    @Nullable Registrant registrant,
    @Nullable String authCode,
    @Nullable AuthCheck authCheck,
    @Nullable Boolean transferLock,
    @Nullable Duration age,
    @Nullable Duration expires,
    @Nullable RenewalMode renewalMode,
    @JsonProperty("class") @Nullable String priceClass,
    @Nullable BigDecimal price,
    @Nullable BigDecimal renewalPrice,
    @Nullable String currency,
    @Nullable Boolean claims,
    @Nullable List<String> nameservers,
    @Nullable List<String> ds,
    @Nullable Map<String, String> fields,
    NameSetup.@Nullable Zone zone,
    @Nullable List<NameSetup.Next> next) {

  /** The platform of a body; HEXONET if it does not name one. */
  static Platform platform(@Nullable Platform given) {
    return Optional.ofNullable(given).orElse(Platform.ISPAPI);
  }

  /** Who has the name. */
  enum Owner {
    FREE,
    OURS,
    OTHER_ACCOUNT,
    OTHER_REGISTRAR
  }

  /** The result of a check of the auth code. */
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
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String organization,
      @Nullable List<String> street,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable String country,
      @Nullable String phone,
      @Nullable String email) {

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
