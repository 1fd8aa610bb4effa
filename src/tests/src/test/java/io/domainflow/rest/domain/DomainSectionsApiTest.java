package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.RegistrarCaller;
import io.domainflow.Registrations;
import io.domainflow.rest.OpenApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers see the wanted settings of a name, and its present ones at the registrar. */
@DomainflowTest
class DomainSectionsApiTest {

  private final Registrations registrations;
  private final RegistrarCaller panel;
  private final Caller billing;
  private final Caller billing2;
  private final Caller operator;
  private final int port;

  @Autowired
  DomainSectionsApiTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
    this.panel = new RegistrarCaller(port);
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
    this.port = port;
  }

  @AfterEach
  void theRegistrarIsWell() {
    registrations.registrarIsWellAgain();
  }

  private String registered() {
    String domain = freshName("com");
    registrations.awaitStatus(registrations.place(domain), "COMPLETED");
    return domain;
  }

  private JsonNode sections(String domain) {
    Answer answer = billing.get("/api/v1/domains/" + domain);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().get("sections");
  }

  private static Answer refresh(Caller caller, String domain) {
    return caller.post("/api/v1/domains/" + domain + "/refresh", "");
  }

  @Test
  void aRegistrationSaysHowItsNameIsToBe() {
    String domain = registered();

    JsonNode sections = sections(domain);

    assertThat(OpenApi.names(sections))
        .containsExactly(
            "nameservers",
            "contacts",
            "registrantDetails",
            "transferLock",
            "privacy",
            "renewalMode");
    for (String section :
        new String[] {
          "nameservers", "contacts", "registrantDetails", "transferLock", "renewalMode"
        }) {
      assertThat(OpenApi.names(sections.get(section)))
          .containsExactlyElementsOf(OpenApi.read().members("DomainSection"));
      assertThat(sections.get(section).get("differs").asBoolean(true)).as(section).isFalse();
      assertThat(sections.get(section).get("source").asText()).isEqualTo("ORDER");
      assertThat(sections.get(section).get("wantedSince").isNull()).as(section).isFalse();
    }
    assertThat(sections.at("/nameservers/wanted")).isNotEmpty();
    assertThat(sections.at("/nameservers/wanted")).isEqualTo(sections.at("/nameservers/present"));
    assertThat(sections.at("/transferLock/wanted").asBoolean()).isTrue();
    assertThat(sections.at("/contacts/wanted").isNull()).isTrue();
    assertThat(sections.at("/registrantDetails/present").isNull()).isTrue();
  }

  @Test
  void aRefreshShowsWhatWasChangedBesideUs() {
    String domain = registered();
    JsonNode before = sections(domain);
    panel.call(
        "command=ModifyDomain\ndomain="
            + domain
            + "\nnameserver0=ns1.panel.example\nnameserver1=ns2.panel.example\ntransferlock=0");
    registrations.happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");
    assertThat(sections(domain)).as("nobody has looked").isEqualTo(before);

    Answer refreshed = refresh(billing, domain);

    assertThat(refreshed.status()).as("%s", refreshed.body()).isEqualTo(200);
    JsonNode sections = refreshed.body().get("sections");
    assertThat(sections.at("/nameservers/present/0").asText()).isEqualTo("ns1.panel.example");
    assertThat(sections.at("/nameservers/wanted")).isEqualTo(before.at("/nameservers/wanted"));
    for (String changed : new String[] {"nameservers", "transferLock", "renewalMode"}) {
      assertThat(sections.get(changed).get("differs").asBoolean()).as(changed).isTrue();
      assertThat(sections.get(changed).get("source").asText()).isEqualTo("REFRESH");
    }
    assertThat(sections.at("/contacts/differs").asBoolean(true)).isFalse();
    assertThat(refreshed.body()).isEqualTo(billing.get("/api/v1/domains/" + domain).body());
    assertThat(refreshed.body().get("locks")).as("it is unlocked").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "approver", "analyst", "admin"})
  void staffMayAsk(String login) {
    assertThat(refresh(new Caller(port, login), registered()).status()).isEqualTo(200);
  }

  @Test
  void othersMayNotAskAndTheRegistrarIsNotAsked() {
    String domain = registered();
    String before = registrations.now();

    Answer answer = refresh(billing2, domain);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().get("detail"))
        .isEqualTo(refresh(billing2, freshName("com")).body().get("detail"));
    assertThat(registrations.requests("since=" + before)).isEmpty();
  }

  @Test
  void aNameThatTheRegistrarDoesNotShowStaysAsItWasRead() {
    String domain = registered();
    registrations.happen(domain, "TRANSFERRED_AWAY");

    Answer answer = refresh(operator, domain);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:domain-not-here");
    assertThat(sections(domain).at("/transferLock/source").asText()).isEqualTo("ORDER");
  }

  @ParameterizedTest
  @CsvSource({"CODE_421", "RESET_BEFORE", "CODE_530"})
  void saysWhyTheRegistrarCannotBeAsked(String fault) {
    String domain = registered();
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    Answer answer = refresh(billing, domain);

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(503);
    assertThat(answer.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:registrar-unavailable");
  }

  @Test
  void anUpdateChangesWhatIsWantedOfItsSections() {
    String domain = registered();
    JsonNode before = sections(domain);

    registrations.awaitStatus(
        registrations.placePlain(
            "UPDATE",
            domain,
            ", 'nameservers': ['ns1.example.org', 'ns2.example.org'],"
                + " 'renewalMode': 'AUTODELETE'"),
        "COMPLETED");

    JsonNode sections = sections(domain);
    assertThat(sections.at("/nameservers/wanted/0").asText()).isEqualTo("ns1.example.org");
    assertThat(sections.at("/nameservers/differs").asBoolean(true)).isFalse();
    assertThat(sections.at("/renewalMode/wanted").asText()).isEqualTo("AUTODELETE");
    assertThat(sections.at("/transferLock/wanted")).isEqualTo(before.at("/transferLock/wanted"));
    assertThat(sections.at("/contacts/differs").asBoolean(true)).isFalse();
  }

  @Test
  void aSuspensionAndItsEndChangeTheWantedMode() {
    String domain = freshName("com");
    registrations.awaitStatus(
        registrations.place(domain, ", 'renewalMode': 'AUTORENEW'"), "COMPLETED");
    registrations.awaitStatus(registrations.placePlain("SUSPEND", domain, ""), "COMPLETED");
    assertThat(sections(domain).at("/renewalMode/wanted").asText()).isEqualTo("AUTOEXPIRE");

    registrations.awaitStatus(registrations.placePlain("UNSUSPEND", domain, ""), "COMPLETED");

    assertThat(sections(domain).at("/renewalMode/wanted").asText()).isEqualTo("AUTORENEW");
    assertThat(sections(domain).at("/renewalMode/differs").asBoolean(true)).isFalse();
    assertThat(sections(domain).at("/transferLock/wanted").asBoolean()).isTrue();
  }
}
