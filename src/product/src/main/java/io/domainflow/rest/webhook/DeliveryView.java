package io.domainflow.rest.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.domainflow.callback.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of an event to a webhook.
 *
 * @param eventId what the receiver sees as {@code webhook-id}
 * @param timestamp when it happened
 * @param payload what is sent, to the byte; null in a list
 */
record DeliveryView(
    UUID id,
    UUID eventId,
    String type,
    Instant timestamp,
    Delivery.State state,
    @Nullable Instant nextTryAt,
    @Nullable Instant finishedAt,
    List<Delivery.Try> tries,
    @JsonRawValue @Nullable String payload) {

  DeliveryView {
    tries = List.copyOf(tries);
  }

  static DeliveryView inList(Delivery delivery) {
    return of(delivery, null);
  }

  static DeliveryView of(Delivery delivery) {
    return of(delivery, delivery.body());
  }

  private static DeliveryView of(Delivery delivery, @Nullable String payload) {
    return new DeliveryView(
        delivery.id(),
        delivery.eventId(),
        delivery.type(),
        delivery.occurredAt(),
        delivery.state(),
        delivery.nextTryAt(),
        delivery.finishedAt(),
        delivery.tries(),
        payload);
  }
}
