package io.domainflow.callback;

import static io.domainflow.WebhookReceiver.status;
import static io.domainflow.callback.Webhooks.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.LockWait;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.TestTimeout;
import io.domainflow.model.Announcements;
import io.domainflow.model.MovableClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes and threads share the work, and neither loses nor repeats anything. */
@DomainflowTest
class DeliveryQueueTest {

  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Webhooks webhooks;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final MovableClock clock;

  @Autowired private DeliveryQueue queue;
  @Autowired private Endpoints endpoints;
  @Autowired private Sender sender;
  @Autowired private WebhookProperties properties;
  @Autowired private DeliveryRelay relay;

  @Autowired
  DeliveryQueueTest(
      @LocalServerPort int port,
      Announcements announcements,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      MovableClock clock) {
    this.webhooks = new Webhooks(port, announcements, transaction);
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @AfterEach
  void removeEverything() {
    webhooks.removeAll();
    receiver.close();
  }

  @Test
  void twoNodesSendEachEventOnce() throws Exception {
    JsonNode webhook = webhooks.add(receiver.url());
    DeliveryRelay second =
        new DeliveryRelay(queue, endpoints, sender, new RelaySignal(), properties);
    second.start();
    try {
      for (int i = 0; i < 60; i++) {
        webhooks.announce("order.created", i + ".example");
      }
      await().until(() -> receiver.received().size() >= 60);
    } finally {
      second.stop();
    }

    await()
        .until(
            () ->
                webhooks.deliveries(webhook).findValuesAsText("state").stream()
                    .allMatch("DELIVERED"::equals));
    assertThat(receiver.received()).hasSize(60);
    assertThat(Webhooks.ids(receiver.received())).hasSize(60);
  }

  @Test
  void aStepDoesNotFailWhileAWebhookIsRemoved() {
    JsonNode removed = webhooks.add(receiver.url());
    JsonNode stays = webhooks.add(receiver.url());

    transaction.executeWithoutResult(
        status -> {
          endpoints.remove(UUID.fromString(removed.get("id").asText()));
          // one that waited would fail after the removal
          assertThat(
                  CompletableFuture.runAsync(
                      () -> webhooks.announce("order.created", "example.com")))
              .succeedsWithin(TestTimeout.LIMIT);
        });

    webhooks.awaitOnly(stays, "DELIVERED");
  }

  @Test
  void aChangeOfOneMemberDoesNotUndoWhatHappensMeanwhile() {
    JsonNode webhook = webhooks.add(receiver.url());
    UUID id = UUID.fromString(webhook.get("id").asText());

    CompletableFuture<JsonNode> changed =
        transaction.execute(
            status -> {
              endpoints.lock(id);
              CompletableFuture<JsonNode> change =
                  CompletableFuture.supplyAsync(
                      () ->
                          webhooks.owner().patch(path(webhook), "{'description': 'shop'}").body());
              await().until(() -> LockWait.isAt("webhook_endpoint", jdbc));
              endpoints.disable(id, "The receiver is gone.");
              return change;
            });

    assertThat(changed.join().get("state").asText()).isEqualTo("DISABLED");
    assertThat(changed.join().get("description").asText()).isEqualTo("shop");
  }

  /** They answer correctly, but late: after the first time they get at most half of the threads. */
  @Test
  void receiversThatAreSlowDoNotTakeAllThreads() {
    receiver.answer(
        exchange -> {
          TimeUnit.MILLISECONDS.sleep(1_500);
          exchange.sendResponseHeaders(200, -1);
        });
    JsonNode slow = webhooks.add(receiver.url());
    webhooks.announce("order.created", "first.example");
    webhooks.awaitOnly(slow, "DELIVERED");
    for (int i = 0; i < 3; i++) {
      webhooks.announce("order.created", i + ".example");
    }
    await().until(() -> leased(slow) > 0);

    assertThat(leased(slow)).as("one at a time").isEqualTo(1);
    assertThat(queue.claim(UUID.randomUUID(), false, 10, List.of()))
        .as("not among those that are quick")
        .isEmpty();
  }

  private int leased(JsonNode webhook) {
    return jdbc.sql(
            "select count(*) from webhook_delivery where endpoint_id = :id and lease is not null")
        .param("id", UUID.fromString(webhook.get("id").asText()))
        .query(Integer.class)
        .single();
  }

  /** Otherwise those with the lowest ids would always come first. */
  @Test
  void theLeastRecentlyTriedComesFirst() {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsonNode webhook = webhooks.add(receiver.url(), ", 'state': 'PAUSED'");
      all.add(UUID.fromString(webhook.get("id").asText()));
    }
    webhooks.announce("order.created", "example.com");
    Instant now = clock.instant();
    for (int i = 0; i < 3; i++) {
      jdbc.sql("update webhook_endpoint set last_tried_at = :at where id = :id")
          .param("at", now.minusSeconds(i).atOffset(ZoneOffset.UTC))
          .param("id", all.get(i))
          .update();
    }

    List<UUID> claimed =
        transaction.execute(
            status -> {
              jdbc.sql("update webhook_endpoint set state = 'ACTIVE'").update();
              List<Claimed> two = queue.claim(UUID.randomUUID(), false, 2, List.of());
              // the running node must not see them
              status.setRollbackOnly();
              return two.stream().map(Claimed::endpoint).toList();
            });

    assertThat(claimed).containsExactlyInAnyOrder(all.get(1), all.get(2));
  }

  /** Otherwise the node would seem healthy and send nothing. */
  @Test
  void theRelayOutlivesAnError() {
    AtomicBoolean broken = new AtomicBoolean(true);
    DeliveryQueue once =
        new DeliveryQueue(jdbc, endpoints, null, clock) {
          @Override
          boolean hasDue() {
            if (broken.getAndSet(false)) {
              throw new NoClassDefFoundError("just this once");
            }
            return super.hasDue();
          }
        };
    DeliveryRelay second =
        new DeliveryRelay(once, endpoints, sender, new RelaySignal(), properties);
    relay.stop();
    second.start();
    try {
      webhooks.add(receiver.url());
      webhooks.announce("order.created", "example.com");

      await().until(() -> receiver.received().size() == 1);
      assertThat(broken).isFalse();
    } finally {
      second.stop();
      relay.start();
    }
  }

  @Test
  void noTwoNodesReserveTheSameDelivery() throws Exception {
    relay.stop();
    for (int i = 0; i < 5; i++) {
      webhooks.add(receiver.url());
    }
    for (int i = 0; i < 20; i++) {
      webhooks.announce("order.created", i + ".example");
    }
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Claimed>>> claims =
          IntStream.range(0, 40)
              .<Callable<List<Claimed>>>mapToObj(
                  i -> () -> queue.claim(UUID.randomUUID(), false, 3, List.of()))
              .toList();
      List<UUID> claimed = new ArrayList<>();
      for (Future<List<Claimed>> each : nodes.invokeAll(claims)) {
        each.get().forEach(one -> claimed.add(one.id()));
      }
      assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    } finally {
      nodes.shutdownNow();
      relay.start();
    }
  }

  @Test
  void takesOverWhatADeadNodeHadReserved() {
    JsonNode webhook = webhooks.add(receiver.url(), ", 'state': 'PAUSED'");
    webhooks.announce("order.created", "example.com");
    jdbc.sql("update webhook_delivery set lease = :node, leased_until = :until")
        .param("node", UUID.randomUUID())
        .param("until", clock.instant().plus(DeliveryQueue.LEASE).atOffset(ZoneOffset.UTC))
        .update();
    webhooks.owner().patch(path(webhook), "{'state': 'ACTIVE'}");
    webhooks.advance("PT30S");
    assertThat(receiver.received()).isEmpty();

    webhooks.advance("PT40S");

    webhooks.awaitOnly(webhook, "DELIVERED");
  }
}
