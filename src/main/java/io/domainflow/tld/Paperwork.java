package io.domainflow.tld;

import java.util.Optional;

/**
 * What somebody has to do beside an order before a registry decides on it, or lets a name live.
 *
 * @param kind what sort of thing it is
 * @param what what it is, for people: {@code a declaration signed by the registrant}
 * @param days how long that may take; then an operator is asked what to do
 * @param unless additional field that makes it needless when it is given, for what is to be done
 *     after the decision: before it the registrar's answer says; empty if none does
 */
public record Paperwork(Kind kind, String what, int days, Optional<String> unless) {

  /** What sort of thing there is to do. */
  public enum Kind {
    /** A form has to be signed and sent; until it is there the registry does not decide. */
    SIGNED_FORM,
    /** The registry decides on an application, which takes days; nobody has to do anything. */
    APPLICATION,
    /** The registrant has to accept the registry's agreement, or the name is deleted again. */
    AGREEMENT,
    /** The registrant has to complete a profile; until then the name does not resolve. */
    PROFILE;

    /** Whether the registry decides on the order only then; otherwise the order is done before. */
    public boolean beforeTheDecision() {
      return this == SIGNED_FORM || this == APPLICATION;
    }
  }
}
