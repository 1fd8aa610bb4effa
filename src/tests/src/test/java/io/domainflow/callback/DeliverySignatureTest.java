package io.domainflow.callback;

import static io.domainflow.callback.Webhooks.path;
import static io.domainflow.callback.Webhooks.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.domainflow.DomainflowTest;
import io.domainflow.WebhookReceiver;
import io.domainflow.WebhookReceiver.Received;
import io.domainflow.model.Announcements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A delivered event is signed as the Standard Webhooks specification says, over its id, time and
 * body, and with two secrets while one replaces the other.
 */
@DomainflowTest
class DeliverySignatureTest {

  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Webhooks webhooks;

  @Autowired
  DeliverySignatureTest(
      @LocalServerPort int port, Announcements announcements, TransactionTemplate transaction) {
    this.webhooks = new Webhooks(port, announcements, transaction);
  }

  @AfterEach
  void removeEverything() {
    webhooks.removeAll();
    receiver.close();
  }

  @Test
  void reportsWhatHappenedSigned() {
    JsonNode webhook = webhooks.add(receiver.url());

    webhooks.announce("order.completed", "example.com");

    await().until(() -> receiver.received().size() == 1);
    Received message = receiver.received().get(0);
    verify(webhook.get("secret").asText(), message);
    assertThat(message.header("Content-Type")).startsWith("application/json");
    assertThat(message.body())
        .matches(
            "\\{\"type\":\"order\\.completed\",\"timestamp\":\"[^\"]+Z\","
                + "\"data\":\\{\"domain\":\"example\\.com\",\"failure\":null,"
                + "\"price\":\\{\"amount\":\"9\\.00\"}}}");
    JsonNode delivery = webhooks.awaitOnly(webhook, "DELIVERED");
    assertThat(delivery.get("eventId").asText()).isEqualTo(message.id());
    assertThat(delivery.at("/tries/0/status").asInt()).isEqualTo(200);
    assertThat(delivery.get("nextTryAt").isNull()).isTrue();
  }

  @Test
  void theSignatureIsOverIdTimeAndBody() throws Exception {
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.created", "example.com");
    webhooks.awaitOnly(webhook, "DELIVERED");
    Received message = receiver.received().get(0);
    Webhook verifier = new Webhook(webhook.get("secret").asText());

    assertThatThrownBy(() -> verifier.verify(message.body() + " ", message.headers()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(
            () ->
                new Webhook(WebhookSecret.random().text())
                    .verify(message.body(), message.headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void signsWithBothSecretsWhileBothAreValid() {
    JsonNode webhook = webhooks.add(receiver.url());
    String old = webhook.get("secret").asText();
    JsonNode rotated =
        webhooks.owner().post(path(webhook) + "/secrets", "{'keepOldFor': 'PT48H'}").body();
    String fresh = rotated.get("secret").asText();
    webhooks.announce("order.created", "example.com");
    await().until(() -> receiver.received().size() == 1);

    verify(old, receiver.received().get(0));
    verify(fresh, receiver.received().get(0));
    assertThat(receiver.received().get(0).header("webhook-signature").split(" ")).hasSize(2);

    webhooks.advance("PT49H");
    webhooks.announce("order.created", "example.com");
    await().until(() -> receiver.received().size() == 2);
    verify(fresh, receiver.received().get(1));
    assertThatThrownBy(() -> verify(old, receiver.received().get(1)))
        .isInstanceOf(AssertionError.class);
  }
}
