package io.domainflow.process.drift;

import io.domainflow.model.DomainName;

/**
 * Business key of the process about a name, {@code account:domain}.
 *
 * @param account name of the account
 */
record DriftKey(String account, DomainName domain) {

  static DriftKey of(String businessKey) {
    int colon = businessKey.indexOf(':');
    return new DriftKey(
        businessKey.substring(0, colon), DomainName.ofHeld(businessKey.substring(colon + 1)));
  }

  String text() {
    return account + ":" + domain.ascii();
  }
}
