package io.domainflow.process.task;

import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order waits for as long as a user task is open.
 *
 * @param who whom it waits for; null if it waits for nobody, as an order that has ended
 * @param code null likewise
 * @param what in words, for people and without personal data; the list of tasks shows it, too
 * @param until until when, as far as it is known; null otherwise
 */
public record Waits(@Nullable Who who, @Nullable Code code, String what, @Nullable Instant until) {

  /** The order continues to wait for what it waits for without the task. */
  public static Waits of(WaitingFor waits) {
    return new Waits(waits.who(), waits.code(), waits.what(), waits.until());
  }

  /** The order waits for nobody; only the list of tasks says what it is about. */
  public static Waits nobody(String about) {
    return new Waits(null, null, about, null);
  }
}
