package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.rest.OpenApi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators manage API clients, and these log in. */
@DomainflowTest
class ClientApiTest {

  private static final String PATH = "/api/v1/clients";
  private static final String NO_SUCH_ORDER = "/api/v1/orders/nobodys-order";

  private final int port;
  private final Caller admin;
  private final Clients clients;
  private final JdbcClient jdbc;

  @Autowired
  ClientApiTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.clients = new Clients(port);
    this.jdbc = jdbc;
  }

  @AfterEach
  void reset() {
    admin.post("/sandbox/reset", "");
  }

  @Test
  void addsShowsChangesAndRemovesAClient() {
    String name =
        clients.add(
            "'description': 'the shop', 'accounts': ['sandbox'],"
                + " 'operations': ['REGISTER', 'RENEW'], 'requestsPerMinute': 60");
    JsonNode added = admin.get(PATH + "/" + name).body();

    assertThat(OpenApi.names(added))
        .containsExactlyElementsOf(OpenApi.read().members("ClientView"));
    assertThat(added.get("login").asText()).isEqualTo("client/" + name);
    assertThat(added.get("state").asText()).isEqualTo("ACTIVE");
    assertThat(added.get("requestsPerMinute").asInt()).isEqualTo(60);
    assertThat(admin.get(PATH).body()).contains(added);

    clients.change(name, "'accounts': ['*'], 'requestsPerMinute': null, 'state': 'DISABLED'");

    JsonNode changed = admin.get(PATH + "/" + name).body();
    assertThat(changed.get("accounts")).extracting(JsonNode::asText).containsExactly("*");
    assertThat(changed.get("operations"))
        .extracting(JsonNode::asText)
        .containsExactly("REGISTER", "RENEW");
    assertThat(changed.get("requestsPerMinute").isNull()).isTrue();
    assertThat(changed.get("state").asText()).isEqualTo("DISABLED");
    assertThat(changed.get("description").asText()).isEqualTo("the shop");

    assertThat(admin.delete(PATH + "/" + name).status()).isEqualTo(204);
    assertProblem(admin.get(PATH + "/" + name), 404, "client-not-found");
    assertProblem(admin.delete(PATH + "/" + name), 404, "client-not-found");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    Answer refused =
        admin.post(
            PATH,
            "{'name': 'Shop', 'accounts': ['sandbox', 'elsewhere'], 'operations': ['REGISTER', '*'],"
                + " 'requestsPerMinute': 0, 'state': 'ASLEEP', 'groups': ['camunda-admin']}");

    assertProblem(refused, 400, "request-rejected");
    assertThat(refused.body().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder(
            "name", "accounts[1]", "operations", "requestsPerMinute", "state", "groups");
    assertThat(admin.post(PATH, "{}").body().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder("name", "accounts", "operations");
    for (String wrong :
        List.of("'accounts': []", "'operations': ['FLY']", "'state': null", "'name': 'other'")) {
      String name = clients.add();
      JsonNode before = admin.get(PATH + "/" + name).body();
      assertProblem(admin.patch(PATH + "/" + name, "{" + wrong + "}"), 400, "request-rejected");
      assertThat(admin.get(PATH + "/" + name).body()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"a", "-shop", "Shop", "shop/a", "a23456789012345678901234567890ab"})
  void refusesNames(String name) {
    Answer refused =
        admin.post(PATH, "{'name': '%s', 'accounts': ['*'], 'operations': ['*']}".formatted(name));

    assertProblem(refused, 400, "request-rejected");
  }

  @Test
  void keepsTheNameOfAnExistingClient() {
    String name = clients.add();

    assertProblem(
        admin.post(PATH, "{'name': '%s', 'accounts': ['*'], 'operations': ['*']}".formatted(name)),
        409,
        "client-exists");
  }

  @Test
  void keepsAClientThatHasOrders() {
    String name = clients.add();
    Caller shop = clients.caller(name);
    String domain = freshName("ca");
    assertThat(shop.postExactly("/api/v1/orders", order("kept", domain)).status()).isEqualTo(202);
    assertThat(shop.post("/api/v1/orders/kept/cancel", "").status()).isEqualTo(200);

    assertProblem(admin.delete(PATH + "/" + name), 409, "client-has-orders");

    assertThat(shop.get("/api/v1/orders/kept").status()).isEqualTo(200);
  }

  /** Otherwise the next client with this name would get the order. */
  @Test
  void noOrderIsLeftOfAClientThatIsRemovedMeanwhile() {
    for (int i = 0; i < 10; i++) {
      String name = clients.add();
      Caller shop = clients.caller(name);
      CompletableFuture<Answer> removed =
          CompletableFuture.supplyAsync(() -> admin.delete(PATH + "/" + name));
      Answer placed = shop.postExactly("/api/v1/orders", order("raced", freshName("ca")));

      assertThat(removed.join().status()).isEqualTo(placed.status() == 202 ? 409 : 204);
      assertThat(placed.status()).as(placed.body().toString()).isIn(202, 401, 403);
    }
  }

  @Test
  void showsATokenOnceAndKeepsItsHashOnly() {
    String name = clients.add();
    String tokens = PATH + "/" + name + "/tokens";
    Answer issued = admin.post(tokens, "{'expiresAt': '2090-01-01T00:00:00Z'}");

    assertThat(issued.status()).isEqualTo(201);
    JsonNode shown = issued.body();
    assertThat(OpenApi.names(shown))
        .containsExactlyElementsOf(OpenApi.read().members("IssuedTokenView"));
    String token = shown.get("token").asText();
    String id = shown.get("id").asText();
    assertThat(token).matches("dft_" + id + "_[A-Za-z0-9_-]{43}");
    assertThat(issued.response().headers().firstValue("Location")).hasValue(tokens + "/" + id);
    assertThat(issued.response().headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));

    Answer listed = admin.get(tokens);
    assertThat(listed.response().body()).doesNotContain(token.substring(token.length() - 43));
    assertThat(OpenApi.names(listed.body().get(0)))
        .containsExactlyElementsOf(OpenApi.read().members("TokenView"));
    assertThat(listed.body().get(0).get("beginning").asText()).isEqualTo("dft_" + id);
    assertThat(storedRows()).isNotEmpty().noneMatch(row -> row.contains(token.substring(21)));

    assertThat(admin.delete(tokens + "/" + id).status()).isEqualTo(204);
    assertProblem(admin.delete(tokens + "/" + id), 404, "token-not-found");
    assertThat(admin.get(tokens).body()).isEmpty();
    for (String wrong :
        List.of("{'expiresAt': '2020-01-01T00:00:00Z'}", "{'expires': null}", "[]")) {
      assertProblem(admin.post(tokens, wrong), 400, "request-rejected");
    }
    assertThat(admin.call("POST", tokens, null).status()).as("without a body").isEqualTo(201);
    assertProblem(admin.post(PATH + "/nobody-here/tokens", "{}"), 404, "client-not-found");
  }

  @Test
  void tokensOfAnotherClientAreNotRevoked() {
    String name = clients.add();
    String token = clients.token(name);
    String other = clients.add();

    assertProblem(
        admin.delete(PATH + "/" + other + "/tokens/" + token.substring(4, 20)),
        404,
        "token-not-found");
    assertThat(Caller.client(port, token).get(NO_SUCH_ORDER).status()).isEqualTo(404);
  }

  @Test
  void logsInWithTheTokenAloneOrAsAPassword() {
    String name = clients.add();
    String token = clients.token(name);

    assertThat(Caller.client(port, token).get(NO_SUCH_ORDER).status()).isEqualTo(404);
    assertThat(new Caller(port, name, token).get(NO_SUCH_ORDER).status()).isEqualTo(404);
    assertThat(engine(Caller.client(port, token))).isEqualTo(200);
    assertThat(engine(new Caller(port, name, token))).isEqualTo(200);
  }

  private static int engine(Caller caller) {
    return caller.get("/engine-rest/process-definition/key/DomainRegistrationProcess").status();
  }

  @Test
  void changesTokensWithoutAnOutage() {
    String name = clients.add();
    forgetFailedLogins();
    Caller old = clients.caller(name);
    Caller fresh = clients.caller(name);
    JsonNode tokens = admin.get(PATH + "/" + name + "/tokens").body();
    assertThat(old.get(NO_SUCH_ORDER).status()).isEqualTo(404);
    assertThat(fresh.get(NO_SUCH_ORDER).status()).isEqualTo(404);

    admin.delete(PATH + "/" + name + "/tokens/" + tokens.get(0).get("id").asText());

    assertThat(old.get(NO_SUCH_ORDER).status()).isEqualTo(401);
    assertThat(fresh.get(NO_SUCH_ORDER).status()).isEqualTo(404);
  }

  /** The answer does not reveal what is wrong with a token. */
  @Test
  void refusesEveryWrongTokenInTheSameWords() {
    String name = clients.add();
    String token = clients.token(name);
    String disabled = clients.add();
    String ofDisabled = clients.token(disabled);
    clients.change(disabled, "'state': 'DISABLED'");
    String revoked = clients.token(name);
    admin.delete(PATH + "/" + name + "/tokens/" + revoked.substring(4, 20));
    String expired =
        admin
            .post(
                PATH + "/" + name + "/tokens",
                "{'expiresAt': '" + now().plus(Duration.ofHours(1)) + "'}")
            .body()
            .get("token")
            .asText();
    assertThat(Caller.client(port, expired).get(NO_SUCH_ORDER).status()).isEqualTo(404);
    admin.post("/sandbox/clock", "{'advance': 'PT1H'}");

    String likeTheOthers = Caller.stranger(port).get(NO_SUCH_ORDER).response().body();
    String otherSecret =
        token.substring(0, 21) + (token.charAt(21) == 'A' ? 'B' : 'A') + token.substring(22);
    for (Caller wrong :
        List.of(
            Caller.client(port, ofDisabled),
            Caller.client(port, revoked),
            Caller.client(port, expired),
            Caller.client(port, otherSecret),
            Caller.client(port, "dft_0123456789abcdef_" + token.substring(21)),
            Caller.client(port, "dft_"),
            Caller.client(port, "billing"),
            new Caller(port, name, otherSecret),
            new Caller(port, disabled, token),
            new Caller(port, "admin", token),
            new Caller(port, "client/" + name, token))) {
      Answer answer = wrong.get(NO_SUCH_ORDER);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.response().body()).isEqualTo(likeTheOthers);
      assertThat(answer.response().headers().allValues("WWW-Authenticate"))
          .hasSize(2)
          .anyMatch(challenge -> challenge.startsWith("Basic"))
          .anyMatch(challenge -> challenge.startsWith("Bearer"));
    }
    assertThat(Caller.client(port, token).get(NO_SUCH_ORDER).status()).isEqualTo(404);
  }

  @Test
  void countsWrongTokensAndStillAcceptsTheRightOne() {
    String name = clients.add();
    String token = clients.token(name);
    Caller wrong = new Caller(port, name, "dft_" + "0".repeat(16) + "_" + "A".repeat(43));
    for (int i = 0; i < 10; i++) {
      assertThat(wrong.get(NO_SUCH_ORDER).status()).isEqualTo(401);
    }

    Answer tooMany = wrong.get(NO_SUCH_ORDER);

    assertProblem(tooMany, 429, "too-many-failed-logins");
    assertThat(new Caller(port, name, token).get(NO_SUCH_ORDER).status()).isEqualTo(404);
  }

  @Test
  void notesWhenATokenWasUsedOncePerMinute() {
    String name = clients.add();
    Caller shop = clients.caller(name);
    assertThat(lastUse(name).isNull()).isTrue();

    shop.get(NO_SUCH_ORDER);
    String first = storedUse(name);
    shop.get(NO_SUCH_ORDER);
    assertThat(storedUse(name)).isEqualTo(first);
    assertThat(lastUse(name).asText()).endsWith(":00.000000Z");
    admin.post("/sandbox/clock", "{'advance': 'PT1M'}");
    shop.get(NO_SUCH_ORDER);

    assertThat(storedUse(name)).isNotEqualTo(first);
  }

  @Test
  void letsAClientSendAsMuchAsItMay() {
    String name = clients.add("'accounts': ['*'], 'operations': ['*'], 'requestsPerMinute': 2");
    Caller shop = clients.caller(name);
    shop.get(NO_SUCH_ORDER);
    assertThat(engine(shop)).as("the other API counts, too").isEqualTo(200);

    Answer refused = shop.postExactly("/api/v1/orders", order("late", freshName("ca")));

    assertProblem(refused, 429, "too-many-requests");
    assertThat(Long.parseLong(refused.response().headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1L, 30L);
    assertThat(refused.response().headers().map().keySet())
        .noneMatch(header -> header.toLowerCase(Locale.ROOT).contains("ratelimit"));
    admin.post("/sandbox/clock", "{'advance': 'PT1H'}");
    assertProblem(shop.get(NO_SUCH_ORDER), 429, "too-many-requests");
    clients.change(name, "'requestsPerMinute': 100");
    assertThat(shop.get("/api/v1/orders/late").status()).as("nothing was done").isEqualTo(404);
  }

  /** Resets failed logins of other tests from the same address. */
  private void forgetFailedLogins() {
    admin.post("/sandbox/clock", "{'advance': 'PT1M'}");
  }

  private JsonNode lastUse(String name) {
    return admin.get(PATH + "/" + name + "/tokens").body().get(0).get("lastUsedAt");
  }

  private String storedUse(String name) {
    return jdbc.sql("select last_used_at from api_client_token where client = :client")
        .param("client", name)
        .query(String.class)
        .single();
  }

  private List<String> storedRows() {
    return jdbc.sql("select t::text from api_client_token t").query(String.class).list();
  }

  private Instant now() {
    return Instant.parse(admin.get("/sandbox/clock").body().get("now").asText());
  }

  private static String order(String reference, String domain) {
    return Registrations.order(reference, domain, "");
  }

  private static void assertProblem(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.body().get("type").asText()).isEqualTo("urn:domainflow:problem:" + type);
  }
}
