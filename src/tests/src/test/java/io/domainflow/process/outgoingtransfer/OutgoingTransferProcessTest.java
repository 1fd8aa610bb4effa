package io.domainflow.process.outgoingtransfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.BothReadings;
import io.domainflow.order.domain.DepartedDomains;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A name that another registrar requests leaves or stays, and its owner is told. How long a request
 * is taken for open is in {@link OutgoingTransferRequestTest}.
 */
class OutgoingTransferProcessTest extends OutgoingTransferStage {

  private static final Duration LAST_MINUTES = Duration.ofMinutes(20);

  @Autowired
  OutgoingTransferProcessTest(@LocalServerPort int port, JdbcClient jdbc, DepartedDomains gone) {
    super(port, jdbc, gone);
  }

  @BothReadings
  void withoutAnAnswerItGoesAfterFiveDays(String profile) {
    registrations.profile(profile);
    String domain = wanted();

    registrations.advance("P4D");
    assertThat(task(domain)).isNotNull();
    registrations.advance("P2D");

    ended(domain, "GONE");
    assertThat(domain(domain).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(toBeLookedAfter()).as("nobody has decided it").contains(domain);
    assertThat(answers(domain)).isEmpty();
  }

  @BothReadings
  void whatIsOpenAboutANameEndsWhenItGoes(String profile) {
    registrations.profile(profile);
    String renewed = wanted();
    String renewal =
        registrations.placeRenewal(
            renewed, "1Y", domain(renewed).at("/dates/expires/at").asText().substring(0, 10), "");
    registrations.awaitWaitingFor(renewal, "REGISTRAR_REFUSED");
    String updated = registered();
    String update =
        registrations.placePlain(
            "UPDATE",
            updated,
            ", 'transferLock': false, 'nameservers': ['ns1.other.example', 'ns2.other.example']");
    registrations.awaitWaitingFor(update, "UPDATE_APPROVAL");
    registrations.happen(updated, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    approves(renewed);
    approves(updated);

    for (String reference : List.of(renewal, update)) {
      JsonNode order = registrations.awaitStatus(reference, "FAILED");
      assertThat(order.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
      assertThat(order.at("/failure/message").asText())
          .contains("has left this account", "Nothing was bought");
      assertThat(order.get("charged").asText()).isEqualTo("NO");
    }
    ended(renewed, "GONE");
    ended(updated, "GONE");
    assertThat(registrations.bought(renewed)).noneMatch(OutgoingTransferProcessTest::isRenewal);
    JsonNode again = registrations.awaitStatus(renewAgain(renewed), "FAILED");
    assertThat(again.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
  }

  private static boolean isRenewal(JsonNode entry) {
    return entry.get("command").asText().equals("RenewDomain");
  }

  private String renewAgain(String domain) {
    return registrations.placeRenewal(domain, "1Y", "2030-01-01", "");
  }

  /** The registry's pending work is then of no use. */
  @Test
  void anUpdateThatTheRegistryHasYetToDoEndsWhenTheNameGoes() {
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P400D', 'expires': 'P200D',".formatted(domain)
            + " 'next': [{'command': 'ModifyDomain', 'after': 'P3D', 'outcome': 'SUCCESSFUL'}]}");
    String update =
        registrations.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.other.example', 'ns2.other.example']");
    registrations.awaitWaitingFor(update, "UPDATE_AT_REGISTRY");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    approves(domain);

    JsonNode order = registrations.awaitStatus(update, "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
    ended(domain, "GONE");
  }

  @Test
  void itsOwnerIsToldOfTheRequestAndOfTheEndOnceEach() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.transfer_out_requested',".formatted(receiver.url())
                  + " 'domain.transfer_out_ended', 'domain.transferred_away']}");
      assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
      String domain = wanted();
      registrations.advance(A_WATCH);
      approves(domain);
      ended(domain, "GONE");
      registrations.advance("P2D");

      Awaitility.await().until(() -> receiver.received().size() >= 2);
      assertThat(receiver.received()).hasSize(2);
      assertThat(receiver.received().get(0).body())
          .contains("\"type\":\"domain.transfer_out_requested\"", domain, "\"executesAt\":");
      assertThat(receiver.received().get(1).body())
          .contains("\"type\":\"domain.transferred_away\"", domain);

      String kept = wanted();
      denies(kept, "HOLDER_OBJECTS", "A letter.");
      ended(kept, "STAYED");
      Awaitility.await().until(() -> receiver.received().size() >= 4);
      assertThat(receiver.received()).hasSize(4);
      assertThat(receiver.received().get(3).body())
          .contains("\"type\":\"domain.transfer_out_ended\"", kept, "it was refused here");
      billing.delete("/api/v1/webhooks/" + added.body().get("id").asText());
    }
  }

  @Test
  void twoHundredRequestsAreDecidedOnceEachInTheLastMinutes() {
    int many = Integer.getInteger("many", 20);
    List<String> names = IntStream.range(0, many).mapToObj("wanted-%03d.com"::formatted).toList();
    registered();
    registrations.registry(
        names.stream()
            .map("{'domain': '%s', 'account': 'test.user'}"::formatted)
            .collect(Collectors.joining(",", "[", "]")));
    names.forEach(name -> registrations.happen(name, "OUTGOING_REQUESTED"));
    registrations.advance(A_WATCH);
    assertThat(tasks()).hasSize(many);
    registrations.advance(
        Duration.between(
                Instant.parse(registrations.now()),
                jdbc.sql("select min(executes_at) from outgoing_transfer where state = 'OPEN'")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant())
            .minus(LAST_MINUTES)
            .toString());
    assertThat(tasks()).hasSize(many);

    for (String name : names) {
      if (name.endsWith("0.com")) {
        approves(name);
      } else {
        denies(name, "HOLDER_OBJECTS", "A letter.");
      }
    }

    assertThat(Instant.parse(registrations.now()))
        .isBefore(
            jdbc.sql("select min(executes_at) from outgoing_transfer")
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
    for (String name : names) {
      ended(name, name.endsWith("0.com") ? "GONE" : "STAYED");
      assertThat(answers(name)).hasSize(1);
    }
  }

  @Test
  void aResetForgetsThem() {
    String domain = wanted();
    assertThat(task(domain)).isNotNull();

    registrations.startOver();

    noTask(domain);
    assertThat(jdbc.sql("select count(*) from outgoing_transfer").query(Integer.class).single())
        .isZero();
  }

  /** However the process reaches the step. */
  @Test
  void sendsNoAnswerThatNobodyHasGiven() {
    String domain = wanted();
    JsonNode task = task(domain);
    Answer moved =
        admin.post(
            "/engine-rest/process-instance/"
                + task.get("processInstanceId").asText()
                + "/modification",
            "{'instructions': [{'type': 'cancel', 'activityId': 'Task_AnswerOutgoingTransfer'},"
                + " {'type': 'startBeforeActivity', 'activityId': 'Task_AnswerTransfer'}]}");
    assertThat(moved.status()).as("%s", moved.body()).isEqualTo(204);

    Awaitility.await()
        .until(
            () ->
                tasks().stream()
                    .filter(open -> open.get("name").asText().contains(domain))
                    .anyMatch(open -> !open.get("id").equals(task.get("id"))));
    assertThat(answers(domain)).isEmpty();
  }
}
