package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.rest.OpenApi;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers see the data of a name that they may see. */
@DomainflowTest
class DomainApiTest {

  private final Registrations registrations;
  private final Caller billing;
  private final Caller billing2;
  private final int port;

  @Autowired
  DomainApiTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.port = port;
  }

  @Test
  void reportsTheDatesOfARegisteredName() {
    String domain = registered(freshName("com"));

    JsonNode seen = domain(billing, domain);

    assertThat(OpenApi.names(seen)).containsExactlyElementsOf(OpenApi.read().members("DomainView"));
    assertThat(seen.get("account").asText()).isEqualTo("sandbox");
    assertThat(seen.get("status").asText()).isEqualTo("ACTIVE");
    Instant created = at(seen, "created");
    assertThat(at(seen, "expires")).isAfter(created);
    assertThat(at(seen, "paidUntil")).isAfter(created);
    assertThat(at(seen, "failure")).isAfter(at(seen, "expires"));
    assertThat(seen.get("dates"))
        .allSatisfy(date -> assertThat(date.get("source").asText()).isEqualTo("REGISTRAR"))
        .allSatisfy(date -> assertThat(date.get("readAt")).isEqualTo(seen.get("readAt")));
    assertThat(seen.at("/locks/0/kind").asText()).isEqualTo("TRANSFER");
    assertThat(seen.at("/locks/0/until").isNull()).isTrue();
    assertThat(seen.get("openOrders")).isEmpty();
  }

  @Test
  void findsAnInternationalizedNameInBothForms() {
    String domain = registered("müller-" + freshName("com"));
    JsonNode seen = domain(billing, domain.replace("ü", "%C3%BC"));

    assertThat(seen.get("domainUnicode").asText()).isEqualTo(domain);
    assertThat(domain(billing, seen.get("domain").asText())).isEqualTo(seen);
  }

  /** The status is the one that the registrar stated; a rule decides by dates, not this request. */
  @Test
  void keepsTheStatusWhenADateHasPassed() {
    String domain = freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P2D'}".formatted(domain));
    registrations.awaitStatus(
        registrations.placePlain("UPDATE", domain, ", 'transferLock': true"), "COMPLETED");
    JsonNode before = domain(billing, domain);

    registrations.advance("P3D");

    JsonNode after = domain(billing, domain);
    assertThat(after.at("/renewal/phase").asText()).isEqualTo("GRACE");
    ((ObjectNode) after.get("renewal")).put("phase", "CURRENT");
    assertThat(after).as("all that was read").isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "analyst", "admin", "approver"})
  void showsStaffEveryName(String login) {
    String domain = registered(freshName("com"));

    assertThat(domain(new Caller(port, login), domain)).isEqualTo(domain(billing, domain));
  }

  @Test
  void hidesNamesOfOthers() {
    String domain = registered(freshName("com"));

    Answer answer = get(billing2, domain);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("detail"))
        .as("as of a name that nobody has")
        .isEqualTo(get(billing2, freshName("com")).body().get("detail"));
    assertThat(get(new Caller(port, "nobody"), domain).status()).isEqualTo(401);
  }

  /** A caller who orders a name that somebody else has must not learn about it that way. */
  @Test
  void revealsNothingThatWasReadForOrdersOfOthers() {
    String domain = registered(freshName("com"));
    Answer placed =
        billing2.postExactly("/api/v1/orders", Registrations.order("theirs-" + domain, domain, ""));

    assertThat(placed.status()).isEqualTo(404);
    assertThat(placed.body().get("detail")).isEqualTo(get(billing2, domain).body().get("detail"));
    assertThat(get(billing2, domain).status()).isEqualTo(404);
  }

  @Test
  void namesTheOrderThatIsOpen() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");

    JsonNode seen = domain(billing, domain);

    assertThat(seen.get("status").asText()).isEqualTo("UNKNOWN");
    assertThat(seen.at("/openOrders/0/reference").asText()).isEqualTo(reference);
    assertThat(seen.at("/openOrders/0/operation").asText()).isEqualTo("REGISTER");
    assertThat(seen.at("/openOrders/0/status").asText()).isEqualTo("WAITING");
    assertThat(billing.get(seen.at("/openOrders/0/href").asText()).body().get("reference").asText())
        .isEqualTo(reference);
    assertThat(domain(new Caller(port, "analyst"), domain)).isEqualTo(seen);
    registrations.cancel(reference);
  }

  @Test
  void asksForTheAccountOfANameThatIsKnownInSeveral() {
    String domain = registered(freshName("com"));
    String other =
        registrations.placeChanged(
            domain,
            "",
            order -> order.replace("\"account\": \"sandbox\"", "\"account\": \"sandbox2\""));
    registrations.awaitStatus(other, "FAILED");

    Answer which = get(new Caller(port, "operator"), domain);

    assertThat(which.status()).isEqualTo(409);
    assertThat(which.body().get("type").asText()).endsWith(":several-accounts");
    assertThat(which.body().get("accounts"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("sandbox", "sandbox2");
    assertThat(domain(billing, domain + "?account=sandbox").get("status").asText())
        .isEqualTo("ACTIVE");
    assertThat(
            domain(new Caller(port, "operator"), domain + "?account=sandbox2")
                .get("status")
                .asText())
        .isEqualTo("UNKNOWN");
    assertThat(get(billing, domain + "?account=sandbox2").status()).isEqualTo(404);
    assertThat(get(billing, domain + "?account=elsewhere").status()).isEqualTo(404);
  }

  @Test
  void hasNothingAboutOtherNames() {
    for (String login : List.of("billing", "admin")) {
      Answer answer = get(new Caller(port, login), "never-ordered.com");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().get("type").asText()).endsWith(":domain-not-found");
      assertThat(answer.body().get("detail").asText())
          .contains("nothing was bought", "ask the operators to give it to you");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-.com", "a b.com", "example.com."})
  void refusesAnInvalidName(String domain) {
    Answer answer = get(billing, domain.replace(" ", "%20"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("domain");
  }

  private String registered(String domain) {
    registrations.awaitStatus(registrations.place(domain), "COMPLETED");
    return domain;
  }

  private static JsonNode domain(Caller caller, String domain) {
    Answer answer = get(caller, domain);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private static Answer get(Caller caller, String domain) {
    return caller.get("/api/v1/domains/" + domain);
  }

  private static Instant at(JsonNode seen, String date) {
    return Instant.parse(seen.at("/dates/" + date + "/at").asText());
  }
}
