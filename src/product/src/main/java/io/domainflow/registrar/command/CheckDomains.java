package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks which of several names can be registered, and in which price class.
 *
 * @param domains 1 to 250 names
 */
public record CheckDomains(List<DomainName> domains) implements Query<CheckDomains.Result> {

  private static final int MAX_DOMAINS = 250;

  public CheckDomains {
    if (domains.isEmpty() || domains.size() > MAX_DOMAINS) {
      throw new IllegalArgumentException("1 to " + MAX_DOMAINS + " names can be checked at once.");
    }
    domains = List.copyOf(domains);
  }

  /** One entry per requested name, in that order. */
  public record Result(List<Availability> names) {}

  /**
   * The availability of one name.
   *
   * @param code the registrar's result code for this name; 0 if there is none
   * @param text the message with it; null if there is none
   * @param priceClass stated price class, such as {@code PREMIUM_DONUTS_A}; null for an ordinary
   *     name
   * @param ownPrice whether that is a premium price class
   * @param price of the premium name; null if not stated or not readable
   * @param reason the registrar's reason; null if there is none
   * @param reserved whether the registry has reserved it, as far as the registrar states it
   */
  public record Availability(
      DomainName domain,
      Kind kind,
      int code,
      @Nullable String text,
      @Nullable String priceClass,
      boolean ownPrice,
      @Nullable Money price,
      @Nullable String reason,
      boolean reserved) {

    /** Whether the name is available. */
    public enum Kind {
      /** Available at the price of its zone. */
      AVAILABLE,
      TAKEN,
      /** Available as a premium name, at that name's price. */
      PREMIUM,
      /** Not a valid name to register. */
      INVALID,
      /** In a zone that the registrar does not offer. */
      UNSUPPORTED,
      /** The registrar could not check it, because it is busy or the registry does not answer. */
      NOT_CHECKED;

      /** Whether the name can be registered, at whatever price. */
      public boolean isFree() {
        return this == AVAILABLE || this == PREMIUM;
      }

      /** Whether it is known if the name is registered. */
      public boolean isKnown() {
        return this == AVAILABLE || this == TAKEN || this == PREMIUM;
      }
    }
  }
}
