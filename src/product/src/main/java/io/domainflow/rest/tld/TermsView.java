package io.domainflow.rest.tld;

import io.domainflow.account.Platform;
import io.domainflow.model.Period;
import io.domainflow.tld.TldPolicy;
import java.util.List;

/**
 * The services that can be ordered under a top-level domain.
 *
 * @param registration whether a registration can be ordered with the account
 * @param periods for which a name can be registered, shortest first
 * @param transferLock whether a name can be locked against transfers
 * @param privacy whether the privacy service can be bought
 * @param idn whether names outside plain ASCII are accepted
 * @param additionalFields whether the registry may require more than contacts, and the account's
 *     platform takes it
 */
record TermsView(
    boolean registration,
    List<String> periods,
    boolean transferLock,
    boolean privacy,
    boolean idn,
    int minNameservers,
    int maxNameservers,
    boolean additionalFields) {

  static TermsView of(TldPolicy policy, Platform platform) {
    return new TermsView(
        platform.takesAdditionalFields() || !policy.needsFieldsToRegister(),
        policy.registrationPeriods().stream().map(Period::toString).toList(),
        policy.transferLock(),
        policy.privacy(),
        policy.idn(),
        policy.minNameservers(),
        policy.maxNameservers(),
        platform.takesAdditionalFields() && policy.form().isPresent());
  }
}
