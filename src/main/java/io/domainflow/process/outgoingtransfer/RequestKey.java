package io.domainflow.process.outgoingtransfer;

import io.domainflow.model.DomainName;

/**
 * Business key of the process about a request, {@code account:domain}.
 *
 * @param account name of the account
 */
record RequestKey(String account, DomainName domain) {

  static RequestKey of(String businessKey) {
    int colon = businessKey.indexOf(':');
    return new RequestKey(
        businessKey.substring(0, colon), DomainName.ofHeld(businessKey.substring(colon + 1)));
  }

  String text() {
    return account + ":" + domain.ascii();
  }
}
