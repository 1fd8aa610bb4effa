package io.domainflow.sandbox.stored;

import java.time.Instant;

/**
 * One event of an account.
 *
 * @param visibleAt not listed before
 * @param deleted whether it is in the history only, where there is one
 */
public record Event(
    long number,
    Instant at,
    Instant visibleAt,
    String account,
    String eventClass,
    String subclass,
    String data,
    String info,
    Boolean deleted)
    implements Stored {

  public Event {
    // One stored before there was a history is not in it.
    deleted = Boolean.TRUE.equals(deleted);
  }

  /** This event, deleted by its account. */
  public Event inHistory() {
    return new Event(number, at, visibleAt, account, eventClass, subclass, data, info, true);
  }

  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
