package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks which of several names can be registered, and at what price class.
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

  /** One entry per name asked for, in that order. */
  public record Result(List<Availability> names) {}

  /**
   * What is known of one name.
   *
   * @param code the registrar's number of its answer for this name; 0 if it said nothing about it
   * @param text the text with it; null if there is none
   * @param priceClass price class that is stated with the name, such as {@code PREMIUM_DONUTS_A};
   *     null for a plain one
   * @param ownPrice whether that is a class of names with a price of their own
   * @param price what the premium name costs; null if not stated or not readable
   * @param reason the registrar's reason; null if there is none
   * @param reserved whether the registry keeps it for itself, as far as the registrar says so
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
      /** Free, at the price of its zone. */
      AVAILABLE,
      TAKEN,
      /** Free, at a price of its own. */
      PREMIUM,
      /** No name that could be registered. */
      INVALID,
      /** Of a zone that the registrar does not sell. */
      UNSUPPORTED,
      /** The registrar did not find out: it is busy, or the registry silent. */
      NOT_CHECKED;

      /** Whether it is known if somebody has the name. */
      public boolean isKnown() {
        return this == AVAILABLE || this == TAKEN || this == PREMIUM;
      }
    }
  }
}
