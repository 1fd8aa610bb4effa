package io.domainflow.sandbox.stored;

import java.time.Instant;

/**
 * The recent calls of an account.
 *
 * @param softMark points above which it is served slowly
 * @param hardMark points above which it is rejected
 * @param countedAt the time up to which the decay of the points is applied
 */
public record UsageCount(
    String account, int softMark, int hardMark, double points, Instant countedAt)
    implements Stored {
  @Override
  public String key() {
    return account;
  }
}
