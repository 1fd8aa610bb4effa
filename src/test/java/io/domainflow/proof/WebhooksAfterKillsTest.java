package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.TestDatabase;
import io.domainflow.WebhookReceiver;
import io.domainflow.WebhookReceiver.Received;
import io.domainflow.registrar.ForkedApplication;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} hits the application while events are written and sent. Every event that was
 * written arrives, under its one id; one that was being sent may come twice.
 */
class WebhooksAfterKillsTest {

  private static final int EVENTS = 50;
  private static final int RECEIVER_MS = 150;
  private static final int LONGEST_LIFE_MS = 1_500;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  // no order is placed here, so nobody is asked
  private static final int NO_REGISTRAR = 1;

  private final Random random = new Random(20261126);

  @Test
  void everyEventThatWasWrittenArrives(@TempDir Path logs) throws Exception {
    int kills = Figures.inBuildOrFull(3, 25);
    List<String> written = new ArrayList<>();
    ForkedApplication application =
        new ForkedApplication(NO_REGISTRAR, TestDatabase.create(), logs);
    try (WebhookReceiver receiver = new WebhookReceiver()) {
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
        announcing.start();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MS));
        application.kill();
        announcing.join();
        application.launch();
        application.awaitReady();
      }
      while (written.size() < EVENTS) {
        announce(billing, test, EVENTS - written.size(), written);
      }
      await().atMost(PATIENCE).until(() -> timesById(receiver).keySet().containsAll(written));
      judge(kills, written, timesById(receiver));
    } finally {
      application.kill();
    }
  }

  private static void judge(int kills, List<String> written, Map<String, Integer> times) {
    long lost = written.stream().filter(id -> !times.containsKey(id)).count();
    long twice = times.values().stream().filter(count -> count > 1).count();
    Figures.write(
        "webhooks-after-kills",
        "%d kills, %d events: %d lost, %d came more than once, under the same id"
            .formatted(kills, written.size(), lost, twice));
    assertThat(lost).isZero();
    assertThat(written).hasSize(EVENTS);
    // at each kill, no more than what was being sent
    assertThat(twice).isLessThanOrEqualTo(2L * kills);
  }

  /** Writes events until the application is killed. */
  private static void announce(Caller billing, String path, int events, List<String> written) {
    for (int i = 0; i < events; i++) {
      try {
        Answer answer = billing.post(path, "");
        if (answer.status() == 202) {
          written.add(answer.body().get("eventId").asText());
        }
      } catch (UncheckedIOException e) {
        return;
      }
    }
  }

  private static Map<String, Integer> timesById(WebhookReceiver receiver) {
    Map<String, Integer> times = new HashMap<>();
    for (Received message : receiver.received()) {
      times.merge(message.id(), 1, Integer::sum);
    }
    return times;
  }
}
