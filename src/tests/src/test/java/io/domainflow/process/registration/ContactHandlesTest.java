package io.domainflow.process.registration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Accounts;
import io.domainflow.account.OrderDefaults;
import io.domainflow.account.ResellerAccount;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import io.domainflow.model.ContactRole;
import io.domainflow.model.RenewalMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registrar has one contact for the same data, and a failed order leaves none behind. */
@DomainflowTest
class ContactHandlesTest {

  private final Registrations registrations;
  private final Accounts accounts;
  private final JdbcClient jdbc;

  @Autowired
  ContactHandlesTest(@LocalServerPort int port, Accounts accounts, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  /**
   * While an order of the account may have created a contact, no contact of the account is deleted.
   */
  @BeforeEach
  void forgetWhatOtherTestsHaveLeftInDoubt() {
    jdbc.sql("update order_contact set handle_tried_at = null where registrar_handle is null")
        .update();
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
  }

  @BothReadings
  void usesOneContactForTheSameData(String profile) {
    registrations.profile(profile);
    String person = person();
    String first = freshName("com");
    String second = freshName("com");
    registrations.awaitStatus(place(first, person), "COMPLETED");
    registrations.awaitStatus(place(second, person), "COMPLETED");

    JsonNode one = bought(first);
    for (String role : List.of("OWNER", "ADMIN", "TECH", "BILLING")) {
      assertThat(one.at("/parameters/" + role + "CONTACT0").asText())
          .isEqualTo(one.at("/parameters/OWNERCONTACT0").asText())
          .isEqualTo(bought(second).at("/parameters/" + role + "CONTACT0").asText());
    }
    assertThat(contacts(person)).hasSize(1);
  }

  @Test
  @OnlyAtIspapi("the registrar does not say whether it has made a contact, so none is deleted")
  void deletesTheContactOfAnOrderThatFails() {
    String person = person();
    String domain = freshName("com");
    String reference = placeWithUnknownHost(domain, person);
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(contacts(person)).hasSize(1);

    registrations.decide(registrations.get(reference).at("/waitingFor/taskId").asText(), "GIVE_UP");
    registrations.awaitStatus(reference, "FAILED");

    awaitNoContact(person);
  }

  @Test
  void keepsTheContactThatAnotherOrderUses() {
    String person = person();
    String failing = freshName("com");
    String waiting = placeWithUnknownHost(failing, person);
    registrations.awaitWaitingFor(waiting, "REGISTRAR_REFUSED");
    String domain = freshName("com");
    registrations.awaitStatus(place(domain, person), "COMPLETED");

    registrations.cancel(waiting);
    registrations.advance("PT2M");

    assertThat(contacts(person)).hasSize(1);
  }

  @Test
  @OnlyAtIspapi("the registrar does not say whether it has made a contact, so none is deleted")
  void deletesTheContactThatWasCorrected() {
    String wrong = person();
    String domain = freshName("com");
    registrations.fault(
        ("{'command': 'AddDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s',"
                + " 'description': 'OWNERCONTACT0LASTNAME'}")
            .formatted(domain));
    String reference = place(domain, wrong);
    JsonNode order = registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    String right = person();

    registrations.submit(
        order.at("/waitingFor/taskId").asText(),
        ("{'decision': {'value': 'RETRY', 'type': 'String'},"
                + " 'registrantLastName': {'value': '%s', 'type': 'String'}}")
            .formatted(right));
    registrations.awaitStatus(reference, "COMPLETED");

    awaitNoContact(wrong);
    assertThat(contacts(right)).hasSize(1);
  }

  @Test
  void deletesAContactWhoseAnswerWasLost() {
    String person = person();
    registrations.fault(
        "{'command': 'AddContact', 'fault': 'RESET_AFTER', 'times': 1, 'domain': '*'}");
    String domain = freshName("com");
    String reference = placeWithUnknownHost(domain, person);
    registrations.await(reference, o -> !contacts(person).isEmpty());
    registrations.advance("PT30M");
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    registrations.cancel(reference);

    awaitNoContact(person);
  }

  @Test
  void usesTheAccountsContactsWhereTheOrderNamesNone() {
    String handle = bought(registered(freshName("com"))).at("/parameters/OWNERCONTACT0").asText();
    ResellerAccount account = accounts.find(registrations.account()).orElseThrow();
    String domain = freshName("com");
    String person = person();
    accounts.update(
        account.with(
            new OrderDefaults(
                List.of(),
                Map.of(ContactRole.TECH, handle, ContactRole.BILLING, handle),
                RenewalMode.AUTOEXPIRE,
                true)),
        null);
    try {
      registrations.awaitStatus(place(domain, person), "COMPLETED");
    } finally {
      accounts.update(account, null);
    }

    JsonNode bought = bought(domain).get("parameters");
    assertThat(bought.get("TECHCONTACT0").asText()).isEqualTo(handle);
    assertThat(bought.get("BILLINGCONTACT0").asText()).isEqualTo(handle);
    assertThat(bought.get("ADMINCONTACT0")).isEqualTo(bought.get("OWNERCONTACT0"));
    assertThat(bought.get("OWNERCONTACT0").asText()).isNotEqualTo(handle);
  }

  @Test
  void usesTheHandlesOfTheOrder() {
    String handle = bought(registered(freshName("com"))).at("/parameters/OWNERCONTACT0").asText();
    String domain = freshName("com");

    registrations.awaitStatus(
        registrations.place(domain, ", 'tech': {'handle': '" + handle + "'}"), "COMPLETED");

    assertThat(bought(domain).at("/parameters/TECHCONTACT0").asText()).isEqualTo(handle);
  }

  @Test
  void letsAnOperatorCorrectAHandleThatTheRegistrarDoesNotKnow() {
    String domain = freshName("com");
    String reference = "R-" + UUID.randomUUID();
    String path = "/api/v1/orders/" + reference;
    Caller operator = registrations.operator();
    operator.postExactly(
        "/api/v1/orders",
        Registrations.order(reference, domain, ", 'tech': {'handle': 'P-NOBODY1'}"));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(operator.get(path).body().at("/waitingFor/code").asText())
                    .isEqualTo("REGISTRAR_REFUSED"));
    assertThat(operator.get(path).body().at("/waitingFor/what").asText()).contains("tech");

    operator.post(path + "/input", "{'tech': " + contact("Fine") + "}");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(operator.get(path).body().get("status").asText())
                    .isEqualTo("COMPLETED"));
  }

  private String registered(String domain) {
    registrations.awaitStatus(registrations.place(domain), "COMPLETED");
    return domain;
  }

  private static String person() {
    return "P" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String contact(String lastName) {
    return ("{'firstName': 'Ada', 'lastName': '%s', 'street': ['Main Street 1'], 'city': 'Berlin',"
            + " 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
            + " 'email': 'ada@example.net'}")
        .formatted(lastName);
  }

  private String place(String domain, String lastName) {
    return registrations.placeChanged(domain, "", order -> order.replace("Example", lastName));
  }

  private String placeWithUnknownHost(String domain, String lastName) {
    return registrations.placeChanged(
        domain,
        "",
        order ->
            order.replace("Example", lastName).replace("ns1.example.net", "ns1.unknown.example"));
  }

  private JsonNode bought(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("AddDomain"))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing is deleted while the account is asked for another contact; it is tried again then. */
  private void awaitNoContact(String lastName) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              registrations.advance("PT10M");
              assertThat(contacts(lastName)).isEmpty();
            });
  }

  /** The registrar's contacts of this person. */
  private List<JsonNode> contacts(String lastName) {
    return registrations.contacts().stream()
        .filter(contact -> contact.at("/fields/LASTNAME").asText().equals(lastName))
        .toList();
  }
}
