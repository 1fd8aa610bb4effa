package io.domainflow.rest.tld;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.rest.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A billing system asks which names are available, their prices and the possible orders. */
@DomainflowTest
class AvailabilityApiTest {

  private final Registrations stories;
  private final Caller billing;
  private final int port;

  @Autowired
  AvailabilityApiTest(@LocalServerPort int port) {
    this.port = port;
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
  }

  @BeforeEach
  void beginAnew() {
    stories.startOver();
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.startOver();
    stories.profile("A");
  }

  @BothReadings
  void tellsOfEachNameWhetherItCanBeHad(String profile) {
    stories.profile(profile);
    String free = freshName("com");
    String taken = freshName("com");
    String premium = freshName("com");
    String claimed = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(taken));
    stories.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_STORY', 'price': '900.00'}"
            .formatted(premium));
    String sold = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'class': 'PREMIUM_SOLD', 'price': '900.00'}"
            .formatted(sold));
    stories.registry("{'domain': '%s', 'owner': 'FREE', 'claims': true}".formatted(claimed));

    JsonNode answer =
        ask(
            free,
            taken,
            premium,
            claimed,
            "no name",
            "co.uk",
            "a.b.com",
            "example.nosuchtld",
            "müller-" + free,
            sold);

    assertThat(answer.get("account").asText()).isEqualTo("sandbox");
    assertThat(answer.get("currency").asText()).isEqualTo("EUR");
    assertThat(statuses(answer))
        .containsExactly(
            "FREE",
            "TAKEN",
            "PREMIUM",
            "CLAIMS",
            "INVALID",
            "INVALID",
            "INVALID",
            "UNSUPPORTED",
            "FREE",
            "TAKEN");
    JsonNode names = answer.get("names");
    assertThat(names.at("/0/prices/REGISTER/period").asText()).isEqualTo("1Y");
    assertThat(names.at("/0/prices/REGISTER/currency").asText()).isEqualTo("EUR");
    assertThat(names.at("/0/terms/periods/9").asText()).isEqualTo("10Y");
    assertThat(names.at("/1/prices")).isEmpty();
    assertThat(names.at("/2/premium").asBoolean()).isTrue();
    assertThat(names.at("/2/priceClass").asText()).isEqualTo("PREMIUM_STORY");
    assertThat(names.at("/2/prices/REGISTER/amount").asText()).isEqualTo("900.00");
    assertThat(names.at("/4/reason").asText()).contains("space");
    assertThat(names.at("/4/domain").asText()).isEqualTo("no name");
    assertThat(names.at("/5/reason").asText()).contains("top-level domain itself");
    assertThat(names.at("/7/terms").isNull()).isTrue();
    assertThat(names.at("/8/domain").asText()).startsWith("xn--");
  }

  @Test
  void listsEachAdditionalFieldOfATldOnce() {
    for (JsonNode tld : billing.get("/api/v1/tlds?account=sandbox").body().get("tlds")) {
      assertThat(tld.get("additionalFields"))
          .extracting(field -> field.get("parameter").asText())
          .as(tld.get("tld").asText())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void statesThePriceThatIsCharged() {
    String domain = freshName("com");

    JsonNode price = ask(domain).at("/names/0/prices/REGISTER");

    stories.awaitStatus(stories.place(domain), "COMPLETED");
    assertThat(stories.ledger(domain).get(0).get("charged").asText())
        .isEqualTo(price.get("amount").asText());
  }

  @Test
  void statesOnlyWhatIsRequested() {
    JsonNode answer =
        billing
            .post(
                "/api/v1/availability",
                "{'account': 'sandbox', 'domains': ['%s'], 'operations': ['TRANSFER', 'RENEW', 'RESTORE']}"
                    .formatted(freshName("com")))
            .body();

    assertThat(OpenApi.names(answer.at("/names/0/prices")))
        .containsExactly("TRANSFER", "RENEW", "RESTORE");
  }

  @Test
  void asksForAllNamesInOneCall() {
    String since = stories.now();
    List<String> names = names(250);

    JsonNode answer = ask(names.toArray(String[]::new));

    assertThat(statuses(answer)).hasSize(250).containsOnly("FREE");
    assertThat(answer.get("names").findValuesAsText("domain")).isEqualTo(names);
    assertThat(
            stories.requests("since=" + since).stream().map(call -> call.get("command").asText()))
        .containsExactlyInAnyOrder("CheckDomains", "StatusUser");
  }

  @Test
  void keepsThePricesForSomeMinutes() {
    String since = stories.now();
    tld("com", "sandbox");
    tld("net", "sandbox");
    long asked = priceQuestions(since);
    stories.advance("PT10M");
    tld("net", "sandbox");

    assertThat(asked).isEqualTo(1);
    assertThat(priceQuestions(since)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                | account,domains | REQUIRED",
        "{'account': 'sandbox', 'domains': []}             | domains | INVALID",
        "{'account': 'sandbox', 'domains': 'a.com'}        | domains | WRONG_TYPE",
        "{'account': 'sandbox', 'domains': [1]}            | domains[0] | WRONG_TYPE",
        "{'account': 'sandbox', 'domains': ['a.com'], 'operations': ['SELL']} | operations[0] | INVALID",
        "{'account': 'sandbox', 'domains': ['a.com'], 'x': 1} | x | UNKNOWN_MEMBER"
      })
  void refusesAnythingButAQuestion(String body, String fields, String code) {
    Answer answer = billing.post("/api/v1/availability", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("type").asText()).endsWith(":request-rejected");
    assertThat(answer.body().get("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(fields.split(","));
    assertThat(answer.body().get("errors").findValuesAsText("code")).containsOnly(code);
  }

  @Test
  void refusesMoreNamesThanTheRegistrarTakes() {
    assertThat(asked(names(251).toArray(String[]::new)).status()).isEqualTo(400);
  }

  @Test
  void refusesAnUnknownAccount() {
    Answer names =
        billing.post("/api/v1/availability", "{'account': 'nobody', 'domains': ['a.com']}");

    assertThat(names.status()).isEqualTo(404);
    assertThat(names.body().get("type").asText()).endsWith(":account-not-found");
    assertThat(billing.get("/api/v1/tlds?account=nobody").status()).isEqualTo(404);
    assertThat(billing.get("/api/v1/tlds").status()).isEqualTo(400);
  }

  @Test
  void saysThatTheRegistrarCannotBeAsked() {
    stories.fault("{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 100}");

    Answer answer = asked(freshName("com"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().get("type").asText()).endsWith(":registrar-unavailable");
    assertThat(answer.body().get("detail").asText()).contains("it was only a query");
  }

  @Test
  void tellsPricesAndTermsOfTopLevelDomains() {
    JsonNode com = tld("com", "sandbox");
    JsonNode ca = tld("ca", "sandbox");
    JsonNode all = billing.get("/api/v1/tlds?account=sandbox").body();

    assertThat(OpenApi.names(com.get("prices")))
        .containsExactly("REGISTER", "TRANSFER", "RENEW", "RESTORE", "CHANGE_REGISTRANT");
    assertThat(com.get("registrations").findValuesAsText("period"))
        .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj(years -> years + "Y").toList());
    assertThat(com.get("asOf").asText()).isNotEmpty();
    assertThat(com.at("/terms/transferLock").asBoolean()).isTrue();
    assertThat(com.get("additionalFields")).isEmpty();
    assertThat(ca.get("additionalFields").findValuesAsText("parameter")).contains("X-CA-LEGALTYPE");
    assertThat(all.get("tlds").findValuesAsText("tld")).contains("com", "co.uk").isSorted();
    assertThat(all.get("tlds").get(0).get("prices")).isNotEmpty();
    assertThat(new Caller(port, "analyst").get("/api/v1/tlds/CO.UK?account=sandbox").status())
        .isEqualTo(200);
    assertThat(billing.get("/api/v1/tlds/nosuchtld?account=sandbox").status()).isEqualTo(404);
  }

  /** Orders with such an account are refused as NOT_OFFERED. */
  @Test
  void offersNothingThatThePlatformOfTheAccountDoesNotTake() {
    JsonNode names =
        billing
            .post(
                "/api/v1/availability",
                "{'account': 'cnr', 'domains': ['%s', '%s']}"
                    .formatted(freshName("ca"), freshName("com")))
            .body()
            .get("names");

    assertThat(names.findValuesAsText("status")).containsExactly("UNSUPPORTED", "FREE");
    assertThat(names.at("/0/reason").asText())
        .contains("registration below .ca is not offered", "additional fields");
    assertThat(names.at("/0/terms/registration").asBoolean()).isFalse();
    assertThat(names.at("/1/terms/registration").asBoolean()).isTrue();
    assertThat(tld("ca", "cnr").at("/terms/registration").asBoolean()).isFalse();
    assertThat(tld("ca", "sandbox").at("/terms/registration").asBoolean()).isTrue();
    assertThat(tld("nyc", "cnr").at("/terms/registration").asBoolean())
        .as("requires other fields of individuals than of organizations")
        .isFalse();
    assertThat(names.at("/0/prices/REGISTER").isMissingNode()).isTrue();
    assertThat(statuses(ask(freshName("ca")))).containsExactly("FREE");
  }

  private JsonNode tld(String tld, String account) {
    Answer answer = billing.get("/api/v1/tlds/" + tld + "?account=" + account);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private long priceQuestions(String since) {
    return stories.requests("since=" + since).stream()
        .filter(call -> call.get("command").asText().equals("StatusUser"))
        .count();
  }

  private JsonNode ask(String... names) {
    Answer answer = asked(names);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private Answer asked(String... names) {
    return billing.post(
        "/api/v1/availability",
        "{'account': 'sandbox', 'domains': ['%s']}"
            .formatted(Stream.of(names).collect(Collectors.joining("', '"))));
  }

  private static List<String> names(int many) {
    String name = freshName("com");
    return new ArrayList<>(IntStream.range(0, many).mapToObj(i -> "n" + i + "-" + name).toList());
  }

  private static List<String> statuses(JsonNode answer) {
    return answer.get("names").findValuesAsText("status");
  }
}
