package io.domainflow.registrar.command;

import org.jspecify.annotations.Nullable;

/**
 * What the reseller says of the two registrants when it asks for a change of registrant in a zone
 * that follows ICANN's policy. Together the three decide between a change at once with a lock of 60
 * days, and one that waits for the prior registrant.
 *
 * @param newRegistrant the new registrant has consented or has the reseller as designated agent;
 *     without it the registrar refuses in such a zone
 * @param priorRegistrant the prior registrant has consented or has the reseller as designated
 *     agent; the registrar ignores it where the lock is opted out of
 * @param optOutOfLock the prior registrant wants no lock and has said so before; null where the
 *     zone knows no such wish, as those of AFNIC
 */
public record Confirmations(
    boolean newRegistrant, boolean priorRegistrant, @Nullable Boolean optOutOfLock) {

  /** Nothing is said: zones with their own change of registrant accept none of the three. */
  public static final Confirmations NONE = new Confirmations(false, false, null);
}
