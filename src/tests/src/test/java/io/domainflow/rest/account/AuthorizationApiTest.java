package io.domainflow.rest.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.rest.OpenApi;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Administrators manage standing authorisations over REST. */
@DomainflowTest
class AuthorizationApiTest {

  private static final String PATH = "/api/v1/accounts/sandbox/authorizations";

  private final int port;
  private final Caller admin;

  @Autowired
  AuthorizationApiTest(@LocalServerPort int port) {
    this.port = port;
    this.admin = new Caller(port, "admin");
  }

  @AfterEach
  void reset() {
    admin.post("/sandbox/reset", "");
  }

  @Test
  void recordsListsAndRevokes() {
    Answer added =
        admin.post(PATH, "{'side': 'NEW', 'basis': 'agreement', 'textVersion': '2026-1'}");

    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    JsonNode body = added.body();
    assertThat(OpenApi.names(body))
        .containsExactlyElementsOf(OpenApi.read().members("AuthorizationView"));
    String one = PATH + "/" + body.get("id").asText();
    assertThat(added.response().headers().firstValue("Location")).hasValue(one);
    assertThat(body.get("account").asText()).isEqualTo("sandbox");
    assertThat(body.get("by").asText()).isEqualTo("admin");
    assertThat(body.get("validFrom")).isEqualTo(body.get("recordedAt"));
    assertThat(body.get("validUntil").isNull()).isTrue();
    assertThat(body.get("optOutOfLock").asBoolean()).isFalse();
    Answer second =
        admin.post(
            PATH,
            "{'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '2026-1', 'optOutOfLock': true,"
                + " 'validFrom': '2090-01-01T00:00:00Z', 'validUntil': '2091-01-01T00:00:00Z'}");
    assertThat(second.status()).as(second.body().toString()).isEqualTo(201);
    assertThat(admin.get(PATH).body()).containsExactly(body, second.body());
    assertThat(admin.get("/api/v1/accounts/sandbox2/authorizations").body()).isEmpty();

    assertThat(admin.delete(one).status()).isEqualTo(204);
    JsonNode revoked = admin.get(PATH).body().get(0);
    assertThat(revoked.get("revokedBy").asText()).isEqualTo("admin");
    assertThat(Instant.parse(revoked.get("revokedAt").asText()))
        .isAfterOrEqualTo(Instant.parse(revoked.get("recordedAt").asText()));
    Answer again = admin.delete(one);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:authorization-not-found");

    admin.post("/sandbox/reset", "");
    assertThat(admin.get(PATH).body()).as("after a reset").isEmpty();
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    Answer refused =
        admin.post(
            PATH,
            "{'side': 'BOTH', 'textVersion': '', 'validFrom': '2026-03-01T10:00:00Z',"
                + " 'validUntil': '2026-03-01T10:00:00Z', 'optOutOfLock': 'yes', 'color': 1}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:request-rejected");
    assertThat(refused.body().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder(
            "side", "basis", "textVersion", "validUntil", "optOutOfLock", "color");
    for (String wrong :
        new String[] {
          "'validUntil': '2020-01-01T00:00:00Z'",
          "'validFrom': '+200000-01-01T00:00:00Z'",
          "'validFrom': 'tomorrow'"
        }) {
      Answer answer =
          admin.post(
              PATH, "{'side': 'NEW', 'basis': 'b', 'textVersion': '1', %s}".formatted(wrong));
      assertThat(answer.status()).as(wrong).isEqualTo(400);
    }
    assertThat(admin.post(PATH, "[]").status()).isEqualTo(400);
    assertThat(admin.get(PATH).body()).isEmpty();
  }

  @Test
  void refusesOtherAccountsAndIds() {
    String elsewhere = "/api/v1/accounts/elsewhere/authorizations";

    for (Answer answer :
        new Answer[] {
          admin.get(elsewhere),
          admin.post(elsewhere, "{'side': 'NEW', 'basis': 'b', 'textVersion': '1'}"),
          admin.delete(elsewhere + "/1-1-1-1-1")
        }) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().get("type").asText()).endsWith(":account-not-found");
    }
    assertThat(admin.delete(PATH + "/x").body().get("type").asText())
        .endsWith(":authorization-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"billing", "operator", "approver", "analyst"})
  void isForAdministrators(String login) {
    String id =
        admin
            .post(PATH, "{'side': 'NEW', 'basis': 'agreement', 'textVersion': '2026-1'}")
            .body()
            .get("id")
            .asText();
    Caller caller = new Caller(port, login);

    assertThat(caller.get(PATH).status()).isEqualTo(403);
    assertThat(caller.delete(PATH + "/" + id).status()).isEqualTo(403);
    assertThat(caller.post(PATH, "{'side': 'NEW', 'basis': 'b', 'textVersion': '1'}").status())
        .isEqualTo(403);
    assertThat(admin.get(PATH).body())
        .singleElement()
        .satisfies(kept -> assertThat(kept.get("revokedAt").isNull()).isTrue());
  }
}
