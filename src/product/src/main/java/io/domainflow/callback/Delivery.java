package io.domainflow.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of one event to one endpoint, pending or finished.
 *
 * @param position its position in the list of its endpoint; later ones are greater
 * @param eventId sent as {@code webhook-id}
 * @param type of the event, such as {@code order.completed}
 * @param occurredAt when it happened
 * @param body what is sent
 * @param nextTryAt null if it is no longer tried
 * @param finishedAt when it arrived or was given up; null before that
 * @param tries all tries, oldest first
 */
public record Delivery(
    UUID id,
    long position,
    UUID eventId,
    String type,
    Instant occurredAt,
    String body,
    State state,
    @Nullable Instant nextTryAt,
    @Nullable Instant finishedAt,
    List<Try> tries) {

  public Delivery {
    tries = List.copyOf(tries);
  }

  /** The state of a delivery. */
  public enum State {
    /** It is still to be tried. */
    PENDING,
    /** The receiver has it. */
    DELIVERED,
    /** The last try has failed. */
    EXHAUSTED
  }

  /**
   * One try.
   *
   * @param status of the answer; null if there was none
   * @param error what went wrong, for people; null if nothing did
   */
  public record Try(Instant at, int millis, @Nullable Integer status, @Nullable String error) {}
}
