package io.domainflow.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address at which a billing system receives events.
 *
 * @param owner login whose events it receives
 * @param types which events; null for all
 * @param description for people, or null
 * @param reason why it was disabled, for people; null unless it is
 * @param failingSince since when no try has succeeded; null if the last one has, or there was none
 * @param lastError what went wrong at the last try, for people; null as before
 */
public record WebhookEndpoint(
    UUID id,
    String owner,
    String url,
    @Nullable List<EventType> types,
    @Nullable String description,
    State state,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant failingSince,
    @Nullable String lastError) {

  public WebhookEndpoint {
    types = types == null ? null : List.copyOf(types);
  }

  /** Whether events are sent to it. */
  public enum State {
    /** Events are sent. */
    ACTIVE,
    /** Its owner has paused it: events are kept and sent later. */
    PAUSED,
    /** It is disabled: events that happen meanwhile are not sent. */
    DISABLED
  }

  /** Its host, without the path, which may contain a secret. */
  public String host() {
    return Targets.host(Targets.parse(url));
  }
}
