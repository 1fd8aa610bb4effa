package io.domainflow.process.accountcheck;

/**
 * Business key of the process about one finding, {@code account:KIND}.
 *
 * @param account name of the account
 */
record FindingKey(String account, FindingKind kind) {

  static FindingKey of(String businessKey) {
    int colon = businessKey.indexOf(':');
    return new FindingKey(
        businessKey.substring(0, colon), FindingKind.valueOf(businessKey.substring(colon + 1)));
  }

  String text() {
    return account + ":" + kind;
  }
}
