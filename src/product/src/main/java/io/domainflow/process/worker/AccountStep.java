package io.domainflow.process.worker;

import org.jspecify.annotations.Nullable;

/**
 * The subject of a step about an account. It is taken from the business key of the process, {@code
 * account} or {@code account:rest}: variables can be overwritten.
 *
 * @param account name of the account
 * @param businessKey of the process
 */
public record AccountStep(String account, String businessKey) {

  static AccountStep of(@Nullable String businessKey) {
    String key = businessKey == null ? "" : businessKey;
    int colon = key.indexOf(':');
    return new AccountStep(colon < 0 ? key : key.substring(0, colon), key);
  }
}
