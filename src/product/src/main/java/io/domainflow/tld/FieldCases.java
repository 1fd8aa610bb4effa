package io.domainflow.tld;

import org.jspecify.annotations.Nullable;

/**
 * The cases for which the additional fields are requested.
 *
 * @param registrant kind of registrant; null if it may be either
 * @param country of the registrant, ISO 3166-1 alpha-2; null if it may be any
 * @param idn whether the name has non-ASCII characters; null if it may be either
 * @param admin kind of administrative contact; null if it may be anything
 */
public record FieldCases(
    FormOperation operation,
    @Nullable Party registrant,
    @Nullable String country,
    @Nullable Boolean idn,
    @Nullable Party admin) {

  /** The kind of contact. */
  public enum Party {
    INDIVIDUAL,
    ORGANIZATION,
    /**
     * Unknown, because the order has no such contact, or only its handle. Never used for a
     * registrant.
     */
    UNKNOWN;

    /** The value for a context. */
    @Nullable Boolean organization() {
      return this == UNKNOWN ? null : Boolean.valueOf(this == ORGANIZATION);
    }

    static Party of(@Nullable Boolean organization) {
      if (organization == null) {
        return UNKNOWN;
      }
      return organization ? ORGANIZATION : INDIVIDUAL;
    }
  }
}
