package io.domainflow.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.WebhookReceiver;
import io.domainflow.rest.OpenApi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callers set up webhooks over REST, wrong ones are refused, and deliveries are shown. */
@DomainflowTest
class WebhookApiTest {

  private static final String PATH = "/api/v1/webhooks";
  private static final String ELSEWHERE = "{'url': 'https://billing.example/hooks'}";

  private final OpenApi api = OpenApi.read();
  private final Caller billing;
  private final Caller other;
  private final Caller admin;
  private final Clients clients;
  private final JdbcClient jdbc;

  @Autowired
  WebhookApiTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.billing = new Caller(port, "billing");
    this.other = new Caller(port, "billing2");
    this.admin = new Caller(port, "admin");
    this.clients = new Clients(port);
    this.jdbc = jdbc;
  }

  @AfterEach
  void removeAll() {
    admin
        .get(PATH)
        .body()
        .forEach(webhook -> admin.delete(PATH + "/" + webhook.get("id").asText()));
  }

  @Test
  void isSetUpReadChangedAndRemoved() {
    Answer added =
        billing.post(
            PATH,
            "{'url': 'https://billing.example/hooks', 'types': ['order.completed'],"
                + " 'description': 'shop'}");

    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    String path = added.response().headers().firstValue("Location").orElseThrow();
    assertThat(OpenApi.names(added.body()))
        .containsExactlyElementsOf(api.members("CreatedWebhookView"));
    assertThat(added.body().get("secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(added.body().get("state").asText()).isEqualTo("ACTIVE");
    Answer read = billing.get(path);
    assertThat(OpenApi.names(read.body())).containsExactlyElementsOf(api.members("WebhookView"));
    assertThat(read.body().get("owner").asText()).isEqualTo("billing");

    JsonNode paused = billing.patch(path, "{'state': 'PAUSED'}").body();
    assertThat(paused.get("state").asText()).isEqualTo("PAUSED");
    assertThat(paused.get("types").get(0).asText()).isEqualTo("order.completed");
    JsonNode forAll =
        billing
            .patch(path, "{'types': null, 'description': null, 'url': 'https://b.example/'}")
            .body();
    assertThat(forAll.get("types").isNull()).isTrue();
    assertThat(forAll.get("description").isNull()).isTrue();
    assertThat(forAll.get("url").asText()).isEqualTo("https://b.example/");
    assertThat(forAll.get("state").asText()).isEqualTo("PAUSED");

    assertThat(billing.delete(path).status()).isEqualTo(204);
    assertThat(billing.get(path).body().get("type").asText()).endsWith(":webhook-not-found");
    assertThat(billing.delete(path).status()).isEqualTo(404);
  }

  @Test
  void saysEverythingThatIsWrong() {
    Answer refused =
        billing.post(
            PATH,
            "{'url': 'http://billing.example', 'types': ['order.lost'], 'state': 'DISABLED',"
                + " 'colour': 'red'}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("type").asText()).endsWith(":request-rejected");
    assertThat(refused.body().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder("url", "types[0]", "state", "colour");
    assertThat(billing.get(PATH).body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                          | url
          {'url': 'https://127.0.0.2/'}                               | url
          {'url': 'https://169.254.169.254/'}                         | url
          {'url': 'https://[fd00::1]/'}                               | url
          {'url': 'https://2130706433/'}                              | url
          {'url': 'https://user@billing.example/'}                    | url
          {'url': 'https://billing.example/#x'}                       | url
          {'url': 7}                                                  | url
          {'url': 'https://billing.example/', 'types': []}            | types
          {'url': 'https://billing.example/', 'types': 'all'}         | types
          {'url': 'https://billing.example/', 'state': 'GONE'}        | state
          """)
  void refusesInvalidValues(String body, String field) {
    Answer refused = billing.post(PATH, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void nobodySeesOrChangesThoseOfAnotherLogin() {
    JsonNode added = billing.post(PATH, ELSEWHERE).body();
    String path = PATH + "/" + added.get("id").asText();
    String delivery = billing.post(path + "/test", "").body().get("id").asText();

    List<Answer> answers =
        List.of(
            other.get(path),
            other.patch(path, "{'state': 'PAUSED'}"),
            other.delete(path),
            other.post(path + "/secrets", "{}"),
            other.post(path + "/test", ""),
            other.post(path + "/replay", "{'since': '2026-01-01T00:00:00Z'}"),
            other.get(path + "/deliveries"),
            other.get(path + "/deliveries/" + delivery),
            other.post(path + "/deliveries/" + delivery + "/replay", ""));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(404);
              assertThat(answer.body().get("type").asText()).endsWith(":webhook-not-found");
            });
    assertThat(other.get(PATH).body()).isEmpty();
    JsonNode own = other.post(PATH, ELSEWHERE).body();
    String throughOwn = PATH + "/" + own.get("id").asText() + "/deliveries/" + delivery;
    assertThat(other.get(throughOwn).body().get("type").asText()).endsWith(":delivery-not-found");
    assertThat(other.post(throughOwn + "/replay", "").status()).isEqualTo(404);
    assertThat(admin.get(path).status()).isEqualTo(200);
    assertThat(admin.get(PATH).body().findValuesAsText("owner"))
        .containsExactly("billing", "billing2");
  }

  @Test
  void aLoginHasAtMostTen() {
    for (int i = 0; i < 10; i++) {
      assertThat(billing.post(PATH, ELSEWHERE).status()).isEqualTo(201);
    }

    Answer refused = billing.post(PATH, ELSEWHERE);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("type").asText()).endsWith(":too-many-webhooks");
    assertThat(other.post(PATH, ELSEWHERE).status()).isEqualTo(201);
  }

  @Test
  void showsWhatWasSentPageByPage() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      JsonNode webhook = billing.post(PATH, "{'url': '" + receiver.url() + "'}").body();
      String path = PATH + "/" + webhook.get("id").asText();
      for (int i = 0; i < 5; i++) {
        assertThat(billing.post(path + "/test", "").status()).isEqualTo(202);
      }
      await()
          .until(
              () ->
                  billing.get(path + "/deliveries?state=DELIVERED").body().get("deliveries").size()
                      == 5);

      List<String> seen = new ArrayList<>();
      JsonNode page = billing.get(path + "/deliveries?limit=2").body();
      billing.post(path + "/test", "");
      seen.addAll(page.get("deliveries").findValuesAsText("eventId"));
      while (!page.get("next").isNull()) {
        page = billing.get(path + "/deliveries?limit=2&after=" + page.get("next").asText()).body();
        seen.addAll(page.get("deliveries").findValuesAsText("eventId"));
      }

      assertThat(seen).hasSize(5).doesNotHaveDuplicates();
      JsonNode first = page.get("deliveries").get(0);
      assertThat(OpenApi.names(first)).containsExactlyElementsOf(api.members("DeliveryView"));
      JsonNode whole = billing.get(path + "/deliveries/" + first.get("id").asText()).body();
      assertThat(whole.at("/payload/type").asText()).isEqualTo("webhook.test");
      assertThat(whole.at("/payload/data/webhook").asText()).isEqualTo(webhook.get("id").asText());
      assertThat(OpenApi.names(whole.at("/tries/0")))
          .containsExactlyElementsOf(api.members("DeliveryTry"));
      // two are sent at the same time, so it may not have arrived first
      assertThat(receiver.received())
          .filteredOn(message -> message.id().equals(first.get("eventId").asText()))
          .extracting(WebhookReceiver.Received::body)
          .containsExactly(whole.get("payload").toString());
      assertThat(billing.get(path + "/deliveries?limit=251").status()).isEqualTo(400);
      assertThat(billing.get(path + "/deliveries?state=LOST").status()).isEqualTo(400);
      assertThat(billing.get(path + "/deliveries?after=!").status()).isEqualTo(400);
      assertThat(billing.get(path + "/deliveries?colour=red").status()).isEqualTo(400);
      assertThat(billing.get(path + "/deliveries/1").status()).isEqualTo(404);
    }
  }

  @Test
  void secretsAreShownOnceAndNowhereElse() {
    JsonNode added = billing.post(PATH, ELSEWHERE).body();
    String path = PATH + "/" + added.get("id").asText();

    Answer fresh = billing.post(path + "/secrets", "");

    assertThat(fresh.status()).isEqualTo(201);
    assertThat(OpenApi.names(fresh.body()))
        .containsExactlyElementsOf(api.members("WebhookSecretView"));
    String secret = fresh.body().get("secret").asText();
    assertThat(secret).isNotEqualTo(added.get("secret").asText());
    assertThat(billing.get(path).body().toString()).doesNotContain("whsec_");
    assertThat(
            jdbc.sql("select string_agg(encode(secret_sealed, 'escape'), '') from webhook_secret")
                .query(String.class)
                .single())
        .doesNotContain("whsec_");
    assertThat(billing.post(path + "/secrets", "{'keepOldFor': 'P30D'}").status()).isEqualTo(400);
    assertThat(billing.post(path + "/secrets", "{'keepOldFor': '-PT1H'}").status()).isEqualTo(400);
    assertThat(billing.post(path + "/secrets", "{'keepOldFor': 'PT0S'}").status()).isEqualTo(201);
  }

  @Test
  void nothingIsSentToADisabledWebhook() {
    JsonNode added = billing.post(PATH, ELSEWHERE).body();
    String path = PATH + "/" + added.get("id").asText();
    jdbc.sql("update webhook_endpoint set state = 'DISABLED', reason = 'for a test'").update();

    for (String what : List.of("/test", "/replay", "/deliveries/1/replay")) {
      Answer refused = billing.post(path + what, "{'since': '2026-01-01T00:00:00Z'}");
      assertThat(refused.status()).as(what).isEqualTo(409);
      assertThat(refused.body().get("type").asText()).endsWith(":webhook-disabled");
    }
    JsonNode described = billing.patch(path, "{'description': 'still off'}").body();
    assertThat(described.get("state").asText()).isEqualTo("DISABLED");
    assertThat(described.get("reason").asText()).isEqualTo("for a test");
    JsonNode active = billing.patch(path, "{'state': 'ACTIVE'}").body();
    assertThat(active.get("reason").isNull()).isTrue();
    assertThat(billing.post(path + "/test", "").status()).isEqualTo(202);
  }

  /** The next client with this name is somebody else. */
  @Test
  void aClientsWebhooksAreRemovedWithIt() {
    String name = clients.add();
    Caller shop = clients.caller(name);
    JsonNode added = shop.post(PATH, ELSEWHERE).body();
    shop.post(PATH + "/" + added.get("id").asText() + "/test", "");

    assertThat(admin.delete("/api/v1/clients/" + name).status()).isEqualTo(204);

    assertThat(admin.get(PATH + "/" + added.get("id").asText()).status()).isEqualTo(404);
    admin.post(
        "/api/v1/clients",
        "{'name': '%s', 'accounts': ['*'], 'operations': ['*']}".formatted(name));
    assertThat(clients.caller(name).get(PATH).body()).isEmpty();
  }

  @Test
  void nothingIsSentToADisabledClient() {
    String name = clients.add();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      JsonNode webhook =
          clients.caller(name).post(PATH, "{'url': '" + receiver.url() + "'}").body();
      String path = PATH + "/" + webhook.get("id").asText();
      clients.change(name, "'state': 'DISABLED'");
      assertThat(admin.post(path + "/test", "").status()).isEqualTo(202);
      admin.post("/sandbox/clock", "{'advance': 'PT1H'}");
      assertThat(receiver.received()).isEmpty();

      clients.change(name, "'state': 'ACTIVE'");

      await().until(() -> receiver.received().size() == 1);
    }
  }

  @Test
  void areDeletedWhenTheSandboxIsReset() {
    billing.post(PATH, ELSEWHERE);

    admin.post("/sandbox/reset", "");

    assertThat(billing.get(PATH).body()).isEmpty();
  }
}
