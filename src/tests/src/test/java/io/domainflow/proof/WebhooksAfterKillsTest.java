package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.TestDatabase;
import io.domainflow.WebhookReceiver;
import io.domainflow.WebhookReceiver.Received;
import io.domainflow.build.BuildSize;
import io.domainflow.build.OnlyInFull;
import io.domainflow.registrar.ForkedApplication;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} hits the application while events are written and sent, among others by orders
 * and their steps. Every written event arrives, under its one id; an event that was being sent may
 * arrive twice.
 */
@OnlyInFull("DeliveryQueueTest takes over what a dead node had reserved; KillAtRandomTest kills")
class WebhooksAfterKillsTest {

  private static final int EVENTS = 50;
  private static final int RECEIVER_MS = 150;
  private static final int LONGEST_LIFE_MS = 1_000;

  private static final int REGISTRAR_MS = 20;

  private static final Pattern OF_AN_ORDER =
      Pattern.compile("\"type\":\"(order\\.[a-z_]+)\".*\"reference\":\"([^\"]+)\"");

  private final Random random = new Random(20261126);

  @Test
  void everyEventThatWasWrittenArrives(@TempDir Path logs) throws Exception {
    int kills = BuildSize.choose(3, 3, 25);
    List<String> written = new ArrayList<>();
    StandaloneRegistrar registrar = new StandaloneRegistrar(REGISTRAR_MS);
    ForkedApplication application =
        new ForkedApplication(registrar.port(), TestDatabase.create(), logs);
    try (registrar;
        WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.answer(
          exchange -> {
            TimeUnit.MILLISECONDS.sleep(RECEIVER_MS);
            exchange.sendResponseHeaders(200, -1);
          });
      application.launch();
      application.awaitReady();
      Caller billing = application.caller("billing");
      JsonNode webhook =
          billing.post("/api/v1/webhooks", "{'url': '" + receiver.url() + "'}").body();
      String test = "/api/v1/webhooks/" + webhook.get("id").asText() + "/test";
      for (int kill = 0; kill < kills; kill++) {
        Thread announcing = new Thread(() -> announce(billing, test, EVENTS / kills, written));
        int before = receiver.received().size();
        announcing.start();
        await().until(() -> receiver.received().size() > before);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MS));
        application.kill();
        announcing.join();
        application.launch();
        application.awaitReady();
      }
      while (written.size() < EVENTS) {
        announce(billing, test, EVENTS - written.size(), written);
      }
      await().until(() -> arrived(receiver).containsAll(expected(written)));
      judge(kills, expected(written), receiver);
    } finally {
      application.kill();
    }
  }

  private static void judge(int kills, List<String> expected, WebhookReceiver receiver) {
    List<String> arrived = arrived(receiver);
    long lost = expected.stream().filter(event -> !arrived.contains(event)).count();
    long twice = timesById(receiver).values().stream().filter(count -> count > 1).count();
    Figures.write(
        "webhooks-after-kills",
        "%d kills, %d events: %d lost, %d came more than once, under the same id"
            .formatted(kills, expected.size(), lost, twice));
    assertThat(lost).isZero();
    assertThat(arrived).as("under one id each").doesNotHaveDuplicates();
    // at each kill, only the events that were being sent
    assertThat(twice).isLessThanOrEqualTo(2L * kills);
  }

  /** Places orders and causes events until the application is killed. */
  private static void announce(Caller billing, String path, int events, List<String> written) {
    for (int i = 0; i < events; i++) {
      try {
        String reference = "W-" + UUID.randomUUID();
        Answer answer =
            i % 2 == 0
                ? billing.post(path, "")
                : billing.postExactly(
                    "/api/v1/orders", Registrations.order(reference, freshName("com"), ""));
        if (answer.status() == 202) {
          written.add(i % 2 == 0 ? answer.body().get("eventId").asText() : reference);
        }
      } catch (UncheckedIOException e) {
        return;
      }
    }
  }

  /** The expected events: for an order, its acceptance and its completion. */
  private static List<String> expected(List<String> written) {
    return written.stream()
        .flatMap(
            one ->
                one.startsWith("W-")
                    ? Stream.of("order.created " + one, "order.completed " + one)
                    : Stream.of(one))
        .toList();
  }

  /** The ids of events, those of orders by type and reference; each id once. */
  private static List<String> arrived(WebhookReceiver receiver) {
    Map<String, String> events = new HashMap<>();
    for (Received message : receiver.received()) {
      Matcher order = OF_AN_ORDER.matcher(message.body());
      events.put(message.id(), order.find() ? order.group(1) + " " + order.group(2) : message.id());
    }
    return List.copyOf(events.values());
  }

  private static Map<String, Integer> timesById(WebhookReceiver receiver) {
    Map<String, Integer> times = new HashMap<>();
    for (Received message : receiver.received()) {
      times.merge(message.id(), 1, Integer::sum);
    }
    return times;
  }
}
