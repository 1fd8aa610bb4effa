package io.domainflow.tld;

import org.jspecify.annotations.Nullable;

/**
 * Orders for which somebody wants to know the additional fields.
 *
 * @param registrant what the registrant is; null if it may be either
 * @param country of the registrant, ISO 3166-1 alpha-2; null if it may be any
 * @param idn whether the name has characters outside plain ASCII; null if it may
 * @param admin what the administrative contact is; null if it may be anything
 */
public record FieldCases(
    FormOperation operation,
    @Nullable Party registrant,
    @Nullable String country,
    @Nullable Boolean idn,
    @Nullable Party admin) {

  /** What a contact is. */
  public enum Party {
    INDIVIDUAL,
    ORGANIZATION,
    /** The order does not say: it has no such contact, or only its handle. Never a registrant. */
    UNKNOWN;

    /** As a context has it. */
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
