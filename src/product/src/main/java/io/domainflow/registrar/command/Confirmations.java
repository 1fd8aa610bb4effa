package io.domainflow.registrar.command;

import org.jspecify.annotations.Nullable;

/**
 * The reseller's confirmations for the two registrants when it requests a change of registrant in a
 * zone under ICANN's policy. The three decide between an immediate change with a lock of 60 days,
 * and one that waits for the prior registrant.
 *
 * @param newRegistrant the new registrant has consented, or the reseller is the designated agent;
 *     otherwise the registrar refuses in such a zone
 * @param priorRegistrant the prior registrant has consented, or the reseller is the designated
 *     agent; the registrar ignores it with an opt-out from the lock
 * @param optOutOfLock the prior registrant has opted out of the lock beforehand; null if the zone
 *     has no opt-out, as those of AFNIC
 */
public record Confirmations(
    boolean newRegistrant, boolean priorRegistrant, @Nullable Boolean optOutOfLock) {

  /** No confirmations: zones with their own change of registrant accept none of the three. */
  public static final Confirmations NONE = new Confirmations(false, false, null);
}
