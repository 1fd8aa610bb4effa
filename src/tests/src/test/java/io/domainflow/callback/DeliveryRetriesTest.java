package io.domainflow.callback;

import static io.domainflow.WebhookReceiver.never;
import static io.domainflow.WebhookReceiver.status;
import static io.domainflow.callback.Webhooks.path;
import static io.domainflow.callback.Webhooks.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.WebhookReceiver;
import io.domainflow.WebhookReceiver.Received;
import io.domainflow.model.Announcements;
import io.domainflow.model.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An event arrives under one id, whatever the receiver does for three days: it fails, hangs,
 * redirects, asks for time or is gone.
 */
@DomainflowTest
class DeliveryRetriesTest {

  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Webhooks webhooks;
  private final MovableClock clock;

  @Autowired
  DeliveryRetriesTest(
      @LocalServerPort int port,
      Announcements announcements,
      TransactionTemplate transaction,
      MovableClock clock) {
    this.webhooks = new Webhooks(port, announcements, transaction);
    this.clock = clock;
  }

  @AfterEach
  void removeEverything() {
    webhooks.removeAll();
    receiver.close();
  }

  @Test
  void everythingArrivesWhenTheReceiverComesBackAfterTwoDays() {
    receiver.answer(status(500));
    JsonNode webhook = webhooks.add(receiver.url());
    for (int i = 0; i < 3; i++) {
      webhooks.announce("order.completed", i + ".example");
    }
    webhooks.advance("P2D");
    assertThat(webhooks.get(webhook).get("lastError").asText()).isEqualTo("it answered 500");
    assertThat(webhooks.get(webhook).get("failingSince").isNull()).isFalse();
    assertThat(webhooks.deliveries(webhook).findValuesAsText("state")).containsOnly("PENDING");
    Set<String> ids = Webhooks.ids(receiver.received());
    assertThat(ids).hasSize(3);
    int before = receiver.received().size();

    receiver.answer(status(200));
    webhooks.advance("P1D");

    assertThat(webhooks.deliveries(webhook).findValuesAsText("state")).containsOnly("DELIVERED");
    List<Received> last = receiver.received().subList(before, receiver.received().size());
    assertThat(last).hasSize(3);
    assertThat(Webhooks.ids(last)).isEqualTo(ids);
    last.forEach(message -> verify(webhook.get("secret").asText(), message));
    assertThat(webhooks.get(webhook).get("failingSince").isNull()).isTrue();
  }

  @Test
  void givesUpAfterTenTriesOverThreeDaysAndSendsAgainWhenAsked() {
    receiver.answer(status(503));
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.completed", "example.com");

    webhooks.advance("P4D");

    JsonNode delivery = webhooks.awaitOnly(webhook, "EXHAUSTED");
    assertThat(delivery.get("tries")).hasSize(10);
    Instant first = Instant.parse(delivery.at("/tries/0/at").asText());
    Instant last = Instant.parse(delivery.at("/tries/9/at").asText());
    assertThat(Duration.between(first, last))
        .isBetween(Duration.ofHours(75).plusMinutes(35), Duration.ofHours(84));
    assertThat(Webhooks.ids(receiver.received())).hasSize(1);
    webhooks.advance("P2D");
    assertThat(receiver.received()).hasSize(10);

    receiver.answer(status(204));
    assertThat(
            webhooks
                .owner()
                .post(
                    path(webhook) + "/deliveries/" + delivery.get("id").asText() + "/replay", "{}")
                .status())
        .isEqualTo(202);

    assertThat(webhooks.awaitOnly(webhook, "DELIVERED").get("tries")).hasSize(11);
    assertThat(Webhooks.ids(receiver.received())).hasSize(1);
  }

  @Test
  void sendsAgainWhatHasNotArrivedSinceThen() {
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.created", "arrived.example");
    webhooks.awaitOnly(webhook, "DELIVERED");
    receiver.answer(status(500));
    webhooks.announce("order.created", "early.example");
    webhooks.advance("PT1S");
    // events are timed in milliseconds
    Instant since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    webhooks.announce("order.created", "late.example");
    await().until(() -> webhooks.deliveries(webhook).at("/0/tries").size() > 0);
    receiver.answer(status(200));
    int before = receiver.received().size();

    JsonNode queued =
        webhooks.owner().post(path(webhook) + "/replay", "{'since': '" + since + "'}").body();

    assertThat(queued.get("queued").asInt()).isEqualTo(1);
    await().until(() -> receiver.received().size() > before);
    assertThat(receiver.received().get(before).body()).contains("late.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://169.254.169.254/latest/meta-data/", "http://localhost:1/"})
  void doesNotFollowARedirect(String elsewhere) {
    try (WebhookReceiver other = new WebhookReceiver()) {
      receiver.answer(
          status(307, "Location", elsewhere.replace("http://localhost:1/", other.url())));
      JsonNode webhook = webhooks.add(receiver.url());

      webhooks.announce("order.completed", "example.com");

      assertThat(webhooks.awaitTries(webhook, 1).at("/tries/0/error").asText())
          .isEqualTo("it answered 307; a redirect is not followed");
      assertThat(other.received()).isEmpty();
    }
  }

  @Test
  void isDisabledByAReceiverThatIsGone() {
    receiver.answer(status(410));
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.completed", "example.com");
    webhooks.awaitTries(webhook, 1);

    assertThat(webhooks.get(webhook).get("state").asText()).isEqualTo("DISABLED");
    assertThat(webhooks.get(webhook).get("reason").asText()).contains("410");
    webhooks.announce("order.completed", "later.example");
    webhooks.advance("P1D");
    assertThat(receiver.received()).as("nothing more is sent or kept").hasSize(1);
    assertThat(webhooks.deliveries(webhook)).hasSize(1);

    receiver.answer(status(200));
    webhooks.owner().patch(path(webhook), "{'state': 'ACTIVE'}");

    webhooks.awaitOnly(webhook, "DELIVERED");
    assertThat(webhooks.get(webhook).get("reason").isNull()).isTrue();
  }

  @Test
  void waitsAsLongAsTheReceiverAsksButNotForEver() {
    receiver.answer(status(429, "Retry-After", "7200"));
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.completed", "example.com");
    JsonNode delivery = webhooks.awaitTries(webhook, 1);
    assertThat(untilNextTry(delivery)).isBetween(Duration.ofHours(2), Duration.ofMinutes(121));

    Instant realTime = clock.instant().minus(clock.offset());
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            realTime.plus(Duration.ofHours(10)).atZone(ZoneOffset.UTC));
    receiver.answer(status(503, "Retry-After", date));
    webhooks.advance("PT3H");
    assertThat(untilNextTry(webhooks.awaitTries(webhook, 2)))
        .isBetween(Duration.ofMinutes(599), Duration.ofMinutes(601));

    receiver.answer(status(429, "Retry-After", "999999999"));
    webhooks.advance("PT12H");
    assertThat(untilNextTry(webhooks.awaitTries(webhook, 3)))
        .isBetween(Duration.ofHours(24).minusMinutes(1), Duration.ofHours(24).plusMinutes(1));
    assertThat(webhooks.deliveries(webhook).at("/0/tries/2/error").asText())
        .isEqualTo("it answered 429");
  }

  @Test
  void saysThatAReceiverDoesNotAnswerOrIsNotThere() {
    receiver.answer(never());
    JsonNode hanging = webhooks.add(receiver.url());
    JsonNode absent = webhooks.add("http://localhost:1/");
    webhooks.announce("order.created", "example.com");

    assertThat(webhooks.awaitTries(absent, 1).at("/tries/0/error").asText())
        .isEqualTo("it does not take connections; nothing was sent");
    assertThat(webhooks.awaitTries(hanging, 1).at("/tries/0/error").asText())
        .isEqualTo("it did not answer within 2 seconds");
  }

  private Duration untilNextTry(JsonNode delivery) {
    JsonNode tries = delivery.get("tries");
    return Duration.between(
        Instant.parse(tries.get(tries.size() - 1).get("at").asText()),
        Instant.parse(delivery.get("nextTryAt").asText()));
  }
}
