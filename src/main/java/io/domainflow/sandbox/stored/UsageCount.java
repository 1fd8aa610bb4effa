package io.domainflow.sandbox.stored;

import java.time.Instant;

/**
 * The recent calls of an account.
 *
 * @param softMark points above which it is served slowly
 * @param hardMark points above which it is turned away
 * @param countedAt since when the points have not decayed
 */
public record UsageCount(
    String account, int softMark, int hardMark, double points, Instant countedAt)
    implements Stored {
  @Override
  public String key() {
    return account;
  }
}
