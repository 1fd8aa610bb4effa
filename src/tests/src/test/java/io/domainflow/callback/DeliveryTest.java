package io.domainflow.callback;

import static io.domainflow.WebhookReceiver.never;
import static io.domainflow.WebhookReceiver.status;
import static io.domainflow.callback.Webhooks.OWNER;
import static io.domainflow.callback.Webhooks.announcement;
import static io.domainflow.callback.Webhooks.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.WebhookReceiver;
import io.domainflow.model.Announcements;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every event that has happened, and nothing else, is delivered at once to the webhooks that asked
 * for it, and kept as long as it is still to be tried. {@link DeliveryRetriesTest} covers receivers
 * that fail, {@link DeliveryQueueTest} how nodes and threads share the work.
 */
@DomainflowTest
class DeliveryTest {

  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Webhooks webhooks;
  private final Announcements announcements;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  @Autowired private OldEvents oldEvents;

  @Autowired
  DeliveryTest(
      @LocalServerPort int port,
      Announcements announcements,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.webhooks = new Webhooks(port, announcements, transaction);
    this.announcements = announcements;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  @AfterEach
  void removeEverything() {
    webhooks.removeAll();
    receiver.close();
  }

  @Test
  void deliversAtOnce() {
    webhooks.add(receiver.url());

    // After it the next check is as late as possible.
    untilTold(receiver);
    assertThat(quickest(5, () -> untilTold(receiver)))
        .as("does not wait for the next look at the outbox, which is after two seconds")
        .isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void tellsOnlyWhatWasAskedForAndOnlyItsOwner() {
    JsonNode some = webhooks.add(receiver.url(), ", 'types': ['order.failed', 'order.completed']");
    JsonNode all = webhooks.add(receiver.url());

    webhooks.announce("order.created", "one.example");
    webhooks.announce("order.failed", "two.example");
    transaction.executeWithoutResult(
        status -> announcements.announce(announcement("billing", "order.failed", "x.example")));

    await().until(() -> receiver.received().size() == 3);
    assertThat(webhooks.deliveries(some).findValuesAsText("type")).containsExactly("order.failed");
    assertThat(webhooks.deliveries(all).findValuesAsText("type"))
        .containsExactly("order.failed", "order.created");
    assertThat(events("x.example")).as("nobody wants to know").isZero();
  }

  @Test
  void announcesNothingThatHasNotHappened() {
    JsonNode webhook = webhooks.add(receiver.url());

    transaction.executeWithoutResult(
        status -> {
          announcements.announce(announcement(OWNER, "order.created", "example.com"));
          status.setRollbackOnly();
        });

    assertThat(webhooks.deliveries(webhook)).isEmpty();
    assertThatThrownBy(
            () -> announcements.announce(announcement(OWNER, "order.created", "example.com")))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(() -> webhooks.announce("order.lost", "example.com"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void receiversThatHangDoNotDelayOthers() {
    assertThat(quickest(3, this::toldWhileOthersHang))
        .as("does not wait until those that hang are given up, which is after two seconds")
        .isLessThan(Duration.ofSeconds(1));
  }

  private Duration toldWhileOthersHang() {
    try (WebhookReceiver hanging = new WebhookReceiver();
        WebhookReceiver well = new WebhookReceiver()) {
      hanging.answer(never());
      for (int i = 0; i < 8; i++) {
        webhooks.add(hanging.url());
      }
      for (int i = 0; i < 10; i++) {
        webhooks.announce("order.created", i + ".example");
      }
      await().until(() -> hanging.received().size() >= 16);
      webhooks.add(well.url());
      return untilTold(well);
    } finally {
      webhooks.removeAll();
    }
  }

  private Duration untilTold(WebhookReceiver told) {
    int before = told.received().size();
    long begun = System.nanoTime();
    webhooks.announce("order.completed", "example.com");
    await().pollInterval(Duration.ofMillis(10)).until(() -> told.received().size() > before);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** The shortest of several measurements, because the machine may be busy during some. */
  private static Duration quickest(int tries, Supplier<Duration> measured) {
    return IntStream.range(0, tries)
        .mapToObj(n -> measured.get())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Test
  void keepsWhatHappensWhileItIsPaused() {
    JsonNode webhook = webhooks.add(receiver.url(), ", 'state': 'PAUSED'");
    webhooks.announce("order.created", "example.com");
    webhooks.advance("PT1H");
    assertThat(receiver.received()).isEmpty();

    webhooks.owner().patch(path(webhook), "{'state': 'ACTIVE'}");

    webhooks.awaitOnly(webhook, "DELIVERED");
  }

  @Test
  void deletesWhatIsOldButNothingThatIsStillToBeTried() {
    JsonNode arrived = webhooks.add(receiver.url());
    JsonNode paused = webhooks.add(receiver.url(), ", 'state': 'PAUSED'");
    JsonNode absent = webhooks.add("http://localhost:1/");
    webhooks.announce("order.created", "example.com");
    webhooks.awaitOnly(arrived, "DELIVERED");
    webhooks.awaitTries(absent, 1);
    jdbc.sql("update webhook_event set occurred_at = occurred_at - interval '31 days'").update();
    oldEvents.remove();
    assertThat(webhooks.deliveries(arrived)).as("another one is still to be tried").hasSize(1);

    webhooks.owner().delete(path(absent));
    oldEvents.remove();

    assertThat(webhooks.deliveries(arrived)).isEmpty();
    assertThat(webhooks.deliveries(paused)).as("kept for ever else").isEmpty();
    assertThat(events("example.com")).isZero();
  }

  private int events(String domain) {
    return jdbc.sql("select count(*) from webhook_event where body like '%\"' || :domain || '\"%'")
        .param("domain", domain)
        .query(Integer.class)
        .single();
  }
}
