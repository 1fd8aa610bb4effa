package io.domainflow.rest.tld;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop asks for a registry's additional fields, and its order with them is accepted. */
@DomainflowTest
class AdditionalFieldsApiTest {

  private final Caller shop;

  @Autowired
  AdditionalFieldsApiTest(@LocalServerPort int port) {
    this.shop = new Caller(port, "billing");
  }

  @Test
  void listsWhatAStrictOrderAccepts() {
    JsonNode schema =
        asked("ca", "?operation=REGISTER&registrantKind=individual&registrantCountry=ca").body();
    ObjectNode example = schema.at("/examples/0").deepCopy();
    String domain = freshName("ca");

    assertThat(tried(domain, example).status()).isEqualTo(200);

    example.remove(schema.at("/required/0").asText());
    Answer refused = tried(domain, example);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText())
        .isEqualTo("additionalFields." + schema.at("/required/0").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.au", ".com.au", "COM.AU.", "xn--j6w193g", "%E9%A6%99%E6%B8%AF"})
  void recognisesATopLevelDomainInEverySpelling(String tld) {
    Answer answer = asked(tld, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("application/schema+json");
    assertThat(answer.body().get("title").asText()).contains("registration");
    assertThat(answer.body().at("/examples/0")).isNotEmpty();
  }

  @Test
  void requiresNothingIfTheRegistryRequiresNothing() {
    JsonNode schema = asked("com", "").body();

    assertThat(schema.get("properties")).isEmpty();
    assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
    assertThat(schema.at("/examples/0")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuchtld", "...", "a b"})
  void refusesOtherTopLevelDomains(String tld) {
    Answer answer = asked(tld.replace(" ", "%20"), "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("type").asText()).endsWith(":tld-not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "operation=restore, operation, INVALID",
    "operation=RENEW, operation, INVALID",
    "operation=CHANGE_REGISTRANT&way=SALE, way, INVALID",
    "operation=REGISTER&way=UPDATE, way, NOT_FOR_OPERATION",
    "operation=register, operation, INVALID",
    "operation=RENEW&way=UPDATE, operation, INVALID",
    "registrantKind=none, registrantKind, INVALID",
    "registrantCountry=XX, registrantCountry, INVALID",
    "registrantCountry=Germany, registrantCountry, INVALID",
    "idn=maybe, idn, INVALID",
    "adminKind=person, adminKind, INVALID",
    "kind=individual, kind, UNKNOWN_MEMBER"
  })
  void saysWhatIsWrongWithAQuestion(String query, String field, String code) {
    Answer answer = asked("ca", "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("type").asText()).endsWith(":request-rejected");
    assertThat(answer.body().get("errors")).hasSize(1);
    assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo(code);
  }

  @Test
  void distinguishesTheCasesThatTheQueryLeavesOpen() {
    JsonNode open = asked("se", "").body();
    JsonNode one = asked("se", "?registrantKind=organization&registrantCountry=DE").body();

    assertThat(open.get("anyOf").findValuesAsText("title"))
        .anyMatch(title -> title.startsWith("an organization in AT, BE, BG"));
    assertThat(open.get("anyOf")).hasSize(2);
    assertThat(one.get("required").toString())
        .isEqualTo("[\"X-NICSE-IDNUMBER\",\"X-NICSE-VATID\",\"X-SE-ACCEPT-REGISTRATION-TAC\"]");
  }

  @Test
  void takesTheUsualWayOfAChangeOfRegistrantUnlessAnotherIsNamed() {
    JsonNode usual = asked("ca", "?operation=CHANGE_REGISTRANT").body();

    assertThat(asked("ca", "?operation=CHANGE_REGISTRANT&way=TRADE").body()).isEqualTo(usual);
    assertThat(asked("ca", "?operation=CHANGE_REGISTRANT&way=UPDATE").body()).isNotEqualTo(usual);
  }

  @Test
  void isNotSentAgainIfTheCallerHasTheCurrentVersion() {
    Answer first = asked("ca", "");
    String tag = first.response().headers().firstValue("ETag").orElseThrow();

    assertThat(first.response().headers().firstValue("Cache-Control"))
        .hasValue("max-age=300, private");
    assertThat(shop.getWith("/api/v1/tlds/ca/additional-fields", "If-None-Match", tag).status())
        .isEqualTo(304);
    assertThat(
            asked("ca", "?operation=CHANGE_REGISTRANT")
                .response()
                .headers()
                .firstValue("ETag")
                .orElseThrow())
        .isNotEqualTo(tag);
  }

  @Test
  void isLinkedFromTheTopLevelDomains() {
    JsonNode tld = shop.get("/api/v1/tlds/co.uk?account=sandbox").body();

    assertThat(tld.get("additionalFieldsSchema").asText())
        .isEqualTo("/api/v1/tlds/co.uk/additional-fields");
    assertThat(shop.get(tld.get("additionalFieldsSchema").asText()).status()).isEqualTo(200);
  }

  private Answer asked(String tld, String query) {
    return shop.get("/api/v1/tlds/" + tld + "/additional-fields" + query);
  }

  private Answer tried(String domain, JsonNode additionalFields) {
    return shop.postExactly(
        "/api/v1/orders?dryRun=true",
        Registrations.order(
            "R-" + UUID.randomUUID(),
            domain,
            ", \"strict\": true, \"additionalFields\": " + additionalFields));
  }
}
