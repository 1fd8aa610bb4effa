package io.domainflow.sandbox.stored;

import java.time.Instant;

/**
 * One event of an account.
 *
 * @param visibleAt time before which it is not listed
 * @param deleted whether it is only in the history, if there is one
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
    // An event stored before the history existed is not in it.
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
