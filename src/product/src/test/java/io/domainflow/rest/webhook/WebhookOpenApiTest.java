package io.domainflow.rest.webhook;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.callback.Delivery;
import io.domainflow.callback.EventType;
import io.domainflow.callback.WebhookEndpoint;
import io.domainflow.rest.DocumentedTypes;
import io.domainflow.rest.OpenApi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of webhooks agrees with the code. */
class WebhookOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(
        entry("WebhookView", WebhookView.class),
        entry("WebhookSecretView", WebhookSecretView.class),
        entry("DeliveryView", DeliveryView.class),
        entry("DeliveryList", DeliveryList.class));
  }

  @Test
  void explainsWebhooks() {
    assertThat(api.members("Webhook"))
        .containsExactlyInAnyOrderElementsOf(WebhookReader.MEMBERS)
        .allSatisfy(
            member -> assertThat(OpenApi.webhooksGuide()).contains("\n| `" + member + "` | "));
    Map.of(
            "EventType", EventType.texts(),
            "WebhookState", OpenApi.constants(WebhookEndpoint.State.class),
            "DeliveryState", OpenApi.constants(Delivery.State.class))
        .forEach(
            (schema, values) -> {
              assertThat(api.values(schema)).containsExactlyElementsOf(values);
              assertThat(values)
                  .allSatisfy(
                      value ->
                          assertThat(OpenApi.webhooksGuide()).contains("\n| `" + value + "` | "))
                  .allSatisfy(
                      value ->
                          assertThat(api.schema(schema).path("description").asText())
                              .contains("- " + value + ": "));
            });
  }
}
