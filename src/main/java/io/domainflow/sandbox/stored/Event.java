package io.domainflow.sandbox.stored;

import java.time.Instant;

/**
 * One event of an account.
 *
 * @param visibleAt not listed before
 */
public record Event(
    long number,
    Instant at,
    Instant visibleAt,
    String account,
    String eventClass,
    String subclass,
    String data,
    String info)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
