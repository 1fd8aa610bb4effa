package io.domainflow.process.task;

import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * States what an order waits for while a user task is open.
 *
 * @param who whom it waits for; null if it waits for nobody, like an order that has ended
 * @param code null if {@code who} is
 * @param what in words, for people and without personal data; the task list shows it, too
 * @param until until when; null if that is not known
 */
public record Waits(@Nullable Who who, @Nullable Code code, String what, @Nullable Instant until) {

  /** The order still waits for what it waits for without the task. */
  public static Waits of(WaitingFor waits) {
    return new Waits(waits.who(), waits.code(), waits.what(), waits.until());
  }

  /** The order waits for nobody; only the task list says what it is about. */
  public static Waits nobody(String about) {
    return new Waits(null, null, about, null);
  }
}
