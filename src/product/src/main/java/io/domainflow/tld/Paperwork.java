package io.domainflow.tld;

import java.util.Optional;

/**
 * An action outside of an order that a registry requires before it decides, or to keep a name
 * registered.
 *
 * @param kind the kind of action
 * @param what description for people: {@code a declaration signed by the registrant}
 * @param days how long it may take before an operator is asked
 * @param unless additional field whose presence makes an action after the decision unnecessary;
 *     empty if there is none. Before the decision, the registrar's answer says whether it is needed
 */
public record Paperwork(Kind kind, String what, int days, Optional<String> unless) {

  /** The kinds of action. */
  public enum Kind {
    /** A form has to be signed and sent before the registry decides. */
    SIGNED_FORM,
    /** The registry decides on an application, which takes days; nobody has to do anything. */
    APPLICATION,
    /** The registrant has to accept the registry's agreement, or the name is deleted again. */
    AGREEMENT,
    /** The registrant has to complete a profile; until then the name does not resolve. */
    PROFILE;

    /**
     * Whether the registry decides only after the action; otherwise the order is completed before
     * it.
     */
    public boolean beforeTheDecision() {
      return this == SIGNED_FORM || this == APPLICATION;
    }
  }
}
