package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.rest.OpenApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The right callers set disputes over REST, and see their data. */
@DomainflowTest
class HoldApiTest {

  private final int port;
  private final Caller admin;
  private final Registrations registrations;

  @Autowired
  HoldApiTest(@LocalServerPort int port) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.registrations = new Registrations(port);
  }

  @Test
  void isSetReadAndLiftedAlsoForANameThatIsNotKnown() {
    String name = "müller-" + freshName("com");
    String path = "/api/v1/domains/" + name.replace("ü", "%C3%BC") + "/hold";
    assertThat(admin.get(path).status()).isEqualTo(404);
    assertThat(admin.delete(path).body().get("type").asText()).endsWith(":hold-not-found");

    Answer set = admin.put(path, "{'kind': 'UDRP', 'reference': 'D2026-0001'}");

    assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
    assertThat(OpenApi.names(set.body()))
        .containsExactlyElementsOf(OpenApi.read().members("HoldView"));
    assertThat(set.body().get("domainUnicode").asText()).isEqualTo(name);
    assertThat(set.body().get("by").asText()).isEqualTo("admin");
    String ascii = "/api/v1/domains/" + set.body().get("domain").asText() + "/hold";
    assertThat(admin.get(ascii).body()).isEqualTo(set.body());
    assertThat(admin.put(path, "{'kind': 'COURT', 'reference': '7 O 12/26'}").status())
        .isEqualTo(200);
    assertThat(admin.get(path).body().get("kind").asText()).isEqualTo("COURT");

    assertThat(admin.delete(ascii).status()).isEqualTo(204);
    assertThat(admin.get(path).status()).isEqualTo(404);
    admin.put(path, "{'kind': 'URS', 'reference': 'x'}");
    admin.post("/sandbox/reset", "");
    assertThat(admin.get(path).status()).as("after a reset").isEqualTo(404);
  }

  @Test
  void saysEverythingThatIsWrong() {
    Answer refused =
        admin.put(
            "/api/v1/domains/" + freshName("com") + "/hold", "{'kind': 'WAR', 'until': null}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("type").asText()).endsWith(":request-rejected");
    assertThat(refused.body().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder("kind", "reference", "until");
    for (String domain : new String[] {"com", "-.com", "a%20b.com"}) {
      Answer answer =
          admin.put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'x'}");
      assertThat(answer.status()).as(domain).isEqualTo(400);
      assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("domain");
    }
  }

  @Test
  void isALockOfItsName() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    String path = "/api/v1/domains/" + domain;
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Caller billing = new Caller(port, "billing");
    assertThat(billing.get(path).body().get("locks")).isEmpty();

    admin.put(path + "/hold", "{'kind': 'TDRP', 'reference': 'T-1'}");

    for (String login : new String[] {"billing", "operator", "admin"}) {
      JsonNode locks = new Caller(port, login).get(path).body().get("locks");
      assertThat(locks).as(login).hasSize(1);
      assertThat(locks.get(0).toString())
          .isEqualTo("{\"kind\":\"HOLD\",\"until\":null,\"source\":\"COMPUTED\"}");
    }
    admin.delete(path + "/hold");
    assertThat(billing.get(path).body().get("locks")).isEmpty();
    registrations.cancel(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"billing", "operator", "approver", "analyst"})
  void onlyAdministratorsSetAndLiftAndOnlyStaffReads(String login) {
    String path = "/api/v1/domains/" + freshName("com") + "/hold";
    Caller caller = new Caller(port, login);

    assertThat(caller.put(path, "{'kind': 'UDRP', 'reference': 'x'}").status()).isEqualTo(403);
    assertThat(admin.get(path).status()).isEqualTo(404);
    admin.put(path, "{'kind': 'UDRP', 'reference': 'x'}");

    assertThat(caller.delete(path).status()).isEqualTo(403);
    assertThat(caller.get(path).status()).isEqualTo(login.equals("billing") ? 404 : 200);
    assertThat(new Caller(port, "nobody").get(path).status()).isEqualTo(401);
    assertThat(admin.delete(path).status()).isEqualTo(204);
  }
}
