package io.domainflow.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.WebhookReceiver.Received;
import io.domainflow.model.Announcement;
import io.domainflow.model.Announcements;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up webhooks of {@link #OWNER} over REST, and announces events to them. */
public final class Webhooks {

  /** The owner of the webhooks: a shop without orders that could end in the middle of a test. */
  public static final String OWNER = "billing2";

  private final Caller owner;
  private final Caller admin;
  private final Announcements announcements;
  private final TransactionTemplate transaction;

  public Webhooks(int port, Announcements announcements, TransactionTemplate transaction) {
    this.owner = new Caller(port, OWNER);
    this.admin = new Caller(port, "admin");
    this.announcements = announcements;
    this.transaction = transaction;
  }

  /** Sets up a webhook; the answer has its id and its secret. */
  public JsonNode add(String url, String more) {
    Answer added = owner.post("/api/v1/webhooks", "{'url': '%s'%s}".formatted(url, more));
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return added.body();
  }

  public JsonNode add(String url) {
    return add(url, "");
  }

  /** Removes all webhooks. */
  public void removeAll() {
    admin
        .get("/api/v1/webhooks")
        .body()
        .forEach(webhook -> admin.delete("/api/v1/webhooks/" + webhook.get("id").asText()));
  }

  /** Announces an event to the owner. */
  public void announce(String type, String domain) {
    transaction.executeWithoutResult(
        status -> announcements.announce(announcement(OWNER, type, domain)));
  }

  public static Announcement announcement(String owner, String type, String domain) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("domain", domain);
    data.put("failure", null);
    data.put("price", Map.of("amount", "9.00"));
    return new Announcement(Set.of(owner), type, data);
  }

  public JsonNode get(JsonNode webhook) {
    return owner.get(path(webhook)).body();
  }

  /** The deliveries of a webhook, newest first. */
  public JsonNode deliveries(JsonNode webhook) {
    return owner.get(path(webhook) + "/deliveries").body().get("deliveries");
  }

  /** The only delivery, once it is in this state. */
  public JsonNode awaitOnly(JsonNode webhook, String state) {
    await()
        .until(
            () -> {
              JsonNode all = deliveries(webhook);
              return all.size() == 1 && all.get(0).get("state").asText().equals(state);
            });
    return deliveries(webhook).get(0);
  }

  /** The only delivery, once it was tried this many times. */
  public JsonNode awaitTries(JsonNode webhook, int tries) {
    await().until(() -> deliveries(webhook).at("/0/tries").size() >= tries);
    return deliveries(webhook).get(0);
  }

  /** The ids of the received events; an event sent twice has one id. */
  static Set<String> ids(List<Received> messages) {
    Set<String> ids = new HashSet<>();
    messages.forEach(message -> ids.add(message.id()));
    return ids;
  }

  /** Asserts that a message is signed with this secret. */
  static void verify(String secret, Received message) {
    assertThatCode(() -> new Webhook(secret).verify(message.body(), message.headers()))
        .doesNotThrowAnyException();
  }

  public static String path(JsonNode webhook) {
    return "/api/v1/webhooks/" + webhook.get("id").asText();
  }

  /** Moves the clock. */
  public void advance(String duration) {
    Answer moved = admin.post("/sandbox/clock", "{'advance': '" + duration + "'}");
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
  }

  public Caller owner() {
    return owner;
  }
}
