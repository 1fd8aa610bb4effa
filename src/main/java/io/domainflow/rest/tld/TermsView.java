package io.domainflow.rest.tld;

import io.domainflow.model.Period;
import io.domainflow.tld.TldPolicy;
import java.util.List;

/**
 * What can be ordered below a top-level domain.
 *
 * @param periods for which a name can be registered, shortest first
 * @param transferLock whether a name can be locked against transfers
 * @param privacy whether the privacy service can be bought
 * @param idn whether names outside plain ASCII are taken
 * @param additionalFields whether the registry may want more than contacts
 */
record TermsView(
    List<String> periods,
    boolean transferLock,
    boolean privacy,
    boolean idn,
    int minNameservers,
    int maxNameservers,
    boolean additionalFields) {

  static TermsView of(TldPolicy policy) {
    return new TermsView(
        policy.registrationPeriods().stream().map(Period::toString).toList(),
        policy.transferLock(),
        policy.privacy(),
        policy.idn(),
        policy.minNameservers(),
        policy.maxNameservers(),
        policy.form().isPresent());
  }
}
