package io.domainflow.rest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.callback.EndpointContent;
import io.domainflow.callback.EventType;
import io.domainflow.callback.Targets;
import io.domainflow.callback.WebhookEndpoint;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Text;
import io.domainflow.rest.RequestRejected;
import io.domainflow.rest.RequestValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what callers send about webhooks; all problems are reported at once. */
@Component
class WebhookReader {

  static final Set<String> MEMBERS = Set.of("url", "types", "description", "state");

  private static final Duration KEEP_OLD = Duration.ofHours(24);
  private static final Duration KEEP_OLD_AT_MOST = Duration.ofDays(7);

  private final Targets targets;

  WebhookReader(Targets targets) {
    this.targets = targets;
  }

  /**
   * A new webhook.
   *
   * @throws RequestRejected with every problem found
   */
  EndpointContent create(JsonNode body) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    String url = url(fields);
    List<EventType> types = types(fields);
    String description = fields.optional("description");
    WebhookEndpoint.State state = state(fields, WebhookEndpoint.State.ACTIVE);
    RequestRejected.ifWrong(fields);
    return new EndpointContent(Objects.requireNonNull(url), types, description, state);
  }

  /**
   * A webhook with changes; members that are missing stay unchanged.
   *
   * @throws RequestRejected with every problem found
   */
  EndpointContent change(JsonNode body, WebhookEndpoint before) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(MEMBERS);
    String url = fields.mentions("url") ? url(fields) : before.url();
    List<EventType> types = fields.mentions("types") ? types(fields) : before.types();
    String description =
        fields.mentions("description") ? fields.optional("description") : before.description();
    WebhookEndpoint.State state = state(fields, before.state());
    RequestRejected.ifWrong(fields);
    return new EndpointContent(Objects.requireNonNull(url), types, description, state);
  }

  /**
   * How long the old secret stays valid after a new one.
   *
   * @param body null if there is none
   * @throws RequestRejected with every problem found
   */
  static Duration keepOldFor(@Nullable JsonNode body) {
    if (body == null) {
      return KEEP_OLD;
    }
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(Set.of("keepOldFor"));
    Duration keep = fields.optional("keepOldFor", WebhookReader::duration);
    RequestRejected.ifWrong(fields);
    return keep == null ? KEEP_OLD : keep;
  }

  /**
   * The time from which on all events are sent again.
   *
   * @throws RequestRejected with every problem found
   */
  static Instant since(JsonNode body) {
    JsonMembers fields = RequestRejected.fields(body);
    fields.refuseUnknown(Set.of("since"));
    Instant since = fields.required("since", RequestValue::time);
    RequestRejected.ifWrong(fields);
    return Objects.requireNonNull(since);
  }

  private @Nullable String url(JsonMembers fields) {
    return fields.required("url", Targets.LONGEST, targets::check);
  }

  private static @Nullable List<EventType> types(JsonMembers fields) {
    if (!fields.has("types")) {
      return null;
    }
    List<EventType> types =
        fields.list(
            "types",
            text ->
                EventType.of(text)
                    .orElseThrow(() -> new InvalidValue("must be one of " + EventType.texts())));
    if (types.isEmpty() && fields.problems().isEmpty()) {
      fields.problem("types", "INVALID", "must name a type, or be left out for all");
    }
    return types.stream().distinct().toList();
  }

  // Only we and operators set the disabled state; the owner pauses or removes a webhook.
  private static WebhookEndpoint.State state(JsonMembers fields, WebhookEndpoint.State before) {
    WebhookEndpoint.State state =
        fields.optional(
            "state",
            text -> {
              if (text.equals(WebhookEndpoint.State.DISABLED.name())) {
                throw new InvalidValue("must be ACTIVE or PAUSED");
              }
              return Text.oneOf(WebhookEndpoint.State.class, text);
            });
    return state == null ? before : state;
  }

  private static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && duration.compareTo(KEEP_OLD_AT_MOST) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      // reported below
    }
    throw new InvalidValue("must be a duration from PT0S to P7D, such as PT24H");
  }
}
