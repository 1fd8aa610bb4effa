package io.domainflow.process.domain;

import io.domainflow.model.DomainName;

/**
 * Business key of a process about a name of an account, {@code account:domain}.
 *
 * @param account name of the account
 */
public record NameKey(String account, DomainName domain) {

  /** Parses a key that {@link #text} has written. */
  public static NameKey of(String businessKey) {
    int colon = businessKey.indexOf(':');
    return new NameKey(
        businessKey.substring(0, colon), DomainName.ofManaged(businessKey.substring(colon + 1)));
  }

  /** The key as the engine stores it. */
  public String text() {
    return account + ":" + domain.ascii();
  }
}
