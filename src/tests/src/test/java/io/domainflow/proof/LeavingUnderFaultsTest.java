package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BuildSize;
import io.domainflow.process.outgoingtransfer.OutgoingTransferTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Answers to other registrars' requests for our names, which no order sends: whatever goes wrong
 * with the call, a request is answered once, and as decided.
 */
@OutgoingTransferTest
class LeavingUnderFaultsTest {

  private static final List<String> ALL_FAULTS =
      List.of(
          "REFUSE",
          "RESET_BEFORE",
          "RESET_AFTER",
          "HALF_BODY",
          "EMPTY",
          "TIMEOUT_AFTER",
          "CODE_421",
          "CODE_421_AFTER",
          "CODE_425");

  private static final List<String> FAULTS =
      BuildSize.choose(
          List.of("REFUSE", "RESET_BEFORE", "RESET_AFTER", "CODE_421_AFTER"),
          ALL_FAULTS,
          ALL_FAULTS);

  private static final String A_WATCH = "PT16M";
  private static final int MOST_HOURS = 48;

  private final int port;
  private final Caller admin;
  private final Caller approver;

  @Autowired
  LeavingUnderFaultsTest(@LocalServerPort int port) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.approver = new Caller(port, "approver");
  }

  @AfterEach
  void putTheRegistrarBack() {
    admin.delete("/sandbox/faults");
    new Registrations(port).startOver();
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void aRequestIsAnsweredOnceAndAsDecided(Platform platform) {
    Registrations registrations = new Registrations(port, platform);
    Map<String, Boolean> approved = new LinkedHashMap<>();
    Map<String, String> faults = new LinkedHashMap<>();
    for (String fault : FAULTS) {
      for (boolean approve : List.of(true, false)) {
        String domain = Registrations.freshName("com");
        registrations.awaitStatus(registrations.place(domain, ""), "COMPLETED");
        registrations.happen(domain, "OUTGOING_REQUESTED");
        approved.put(domain, approve);
        faults.put(domain, fault);
      }
    }
    registrations.advance(A_WATCH);
    faults.forEach(this::strike);

    approved.forEach(this::answer);

    for (int hour = 0; hour < MOST_HOURS && !processes().isEmpty(); hour++) {
      registrations.advance("PT1H");
    }
    assertThat(processes()).isEmpty();
    approved.forEach(
        (domain, approve) -> {
          assertThat(transfer(domain).get("status").asText())
              .as("%s %s", faults.get(domain), approve)
              .isEqualTo(approve ? "SUCCESSFUL" : "FAILED");
          assertThat(answers(registrations, domain))
              .as("%s %s", faults.get(domain), approve)
              .containsExactly(approve ? "APPROVE" : "DENY");
        });
    assertThat(admin.get("/sandbox/faults").body()).as("each has struck").isEmpty();
  }

  private JsonNode transfer(String domain) {
    for (JsonNode row : admin.get("/sandbox/export").body().get("transfers")) {
      if (row.get("domain").asText().equals(domain)) {
        return row;
      }
    }
    throw new AssertionError("there is no transfer of " + domain);
  }

  private void strike(String domain, String fault) {
    Answer answer =
        admin.post(
            "/sandbox/faults",
            "{'command': 'TransferDomain', 'domain': '%s', 'fault': '%s'}"
                .formatted(domain, fault));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private void answer(String domain, boolean approve) {
    for (JsonNode task : tasks()) {
      if (task.get("name").asText().contains(domain)) {
        String id = task.get("id").asText();
        approver.post("/engine-rest/task/" + id + "/claim", "{'userId': 'approver'}");
        Answer answer =
            approver.post(
                "/engine-rest/task/" + id + "/submit-form",
                approve
                    ? "{'variables': {'decision': {'value': 'APPROVE', 'type': 'String'}}}"
                    : "{'variables': {'decision': {'value': 'DENY', 'type': 'String'},"
                        + " 'reason': {'value': 'FRAUD', 'type': 'String'},"
                        + " 'proof': {'value': 'A letter of the holder.', 'type': 'String'}}}");
        assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
        return;
      }
    }
    throw new AssertionError("there is no task for " + domain);
  }

  private JsonNode tasks() {
    return approver
        .get("/engine-rest/task?processDefinitionKey=OutgoingTransferProcess&maxResults=500")
        .body();
  }

  private JsonNode processes() {
    return admin
        .get("/engine-rest/process-instance?processDefinitionKey=OutgoingTransferProcess")
        .body();
  }

  private static List<String> answers(Registrations registrations, String domain) {
    List<String> actions = new ArrayList<>();
    registrations
        .ledger(domain)
        .forEach(
            entry -> {
              if (entry.get("command").asText().equals("TransferDomain")) {
                actions.add(entry.at("/parameters/ACTION").asText());
              }
            });
    return actions;
  }
}
