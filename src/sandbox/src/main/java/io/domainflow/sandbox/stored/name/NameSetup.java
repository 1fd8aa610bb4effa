package io.domainflow.sandbox.stored.name;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as it was set up by {@code POST /sandbox/registry}.
 *
 * @param priceClass of a premium name; null for the usual one
 * @param price of a premium name; null for the usual one
 * @param zone null if the registry treats the name like its others
 */
public record NameSetup(
    String domain,
    @JsonProperty("class") @Nullable String priceClass,
    @Nullable BigDecimal price,
    String currency,
    boolean claims,
    String authCheck,
    @Nullable Zone zone,
    List<Next> next)
    implements Stored {
  @Override
  public String key() {
    return domain;
  }

  public boolean premium() {
    return priceClass != null || price != null;
  }

  public NameSetup withNext(List<Next> remaining) {
    return new NameSetup(domain, priceClass, price, currency, claims, authCheck, zone, remaining);
  }

  /** The outcomes of a later decision. */
  public enum Outcome {
    SUCCESSFUL,
    FAILED
  }

  /** The ways in which the registrant of a name changes. */
  public enum ChangeBy {
    @JsonProperty("ICANN-TRADE")
    ICANN_TRADE,
    TRADE,
    UPDATE,
    REGISTRY,
    NEWREG
  }

  /** Who confirms the request for a transfer. */
  public enum Confirmation {
    NONE,
    @JsonProperty("ICANN-FOA-REQUEST")
    ICANN_FOA_REQUEST
  }

  /**
   * Policy of the registry for this name; null members are as for its other names.
   *
   * @param contacts roles besides the registrant's in which names have contacts; null for all
   */
  public record Zone(
      @Nullable String repository,
      @Nullable ChangeBy registrantChangeBy,
      @Nullable Confirmation transferConfirmation,
      @Nullable List<String> transferPeriods,
      @Nullable Duration transferPending,
      @Nullable BigDecimal tradePrice,
      @Nullable Boolean explicitRenewal,
      @Nullable BigDecimal restorePrice,
      @Nullable List<String> renewalPeriods,
      @Nullable Integer minNameservers,
      @Nullable Integer maxNameservers,
      @Nullable List<String> contacts) {}

  /**
   * The next answer to a command for this name: pending, and decided after a while.
   *
   * @param reason why it fails; null for the registry's usual one
   */
  public record Next(String command, Duration after, Outcome outcome, @Nullable String reason) {}
}
