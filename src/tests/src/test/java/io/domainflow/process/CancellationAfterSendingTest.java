package io.domainflow.process;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.OnlyAtIspapi;
import io.domainflow.order.content.Operation;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each operation is carried out by the registrar while its answer gets lost: as long as nobody
 * knows that, the order cannot be cancelled, and it completes.
 */
@DomainflowTest
class CancellationAfterSendingTest {

  private static final String SERVERS = ", 'nameservers': ['ns1.example.org', 'ns2.example.org']";

  private final Registrations stories;

  CancellationAfterSendingTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.registrarIsWellAgain();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CHANGE_REGISTRANT")
  void isRefusedUntilTheAnswerIsKnown(Operation operation) {
    refusesUntilTheAnswerIsKnown(operation);
  }

  @Test
  @OnlyAtIspapi("CentralNic Reseller is not asked for changes of registrant yet")
  void ofAChangeOfRegistrantIsRefusedUntilTheAnswerIsKnown() {
    refusesUntilTheAnswerIsKnown(Operation.CHANGE_REGISTRANT);
  }

  private void refusesUntilTheAnswerIsKnown(Operation operation) {
    String reference = place(operation);
    JsonNode waiting =
        stories.await(
            reference,
            order ->
                order
                    .at("/waitingFor/code")
                    .asText()
                    .matches("OUTCOME_UNKNOWN|REGISTRAR_UNREACHABLE"));

    Answer refused = stories.cancel(reference);

    assertThat(refused.status()).as("%s: %s", waiting, refused.body()).isEqualTo(409);
    assertThat(stories.cancelAction(reference).get("possible").asBoolean()).isFalse();
    stories.noFaults();
    stories.advance("PT1H");
    stories.advance("P3D");
    stories.awaitStatus(reference, "COMPLETED");
  }

  private String place(Operation operation) {
    return switch (operation) {
      case REGISTER -> {
        String domain = freshName("com");
        loseTheAnswer("AddDomain", domain);
        yield stories.place(domain);
      }
      case TRANSFER -> {
        String domain = freshName("com");
        stories.registry(
            ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'next': [{'command': 'TransferDomain',"
                    + " 'after': 'PT1H', 'outcome': 'SUCCESSFUL'}]}")
                .formatted(domain));
        loseTheAnswer("TransferDomain", domain);
        yield stories.placeTransfer(domain, ", 'authCode': 'secret1'");
      }
      case RENEW ->
          sent(
              operation,
              "RenewDomain",
              ours("com", ", 'zone': {'explicitRenewal': true}"),
              ", 'period': '1Y', 'expires': '%s'"
                  .formatted(
                      Instant.parse(stories.now())
                          .atOffset(ZoneOffset.UTC)
                          .toLocalDate()
                          .plusDays(200)));
      case RESTORE -> {
        String domain =
            ours(
                "com",
                ", 'next': [{'command': 'RestoreDomain', 'after': 'PT1H', 'outcome':"
                    + " 'SUCCESSFUL'}]");
        stories.happen(domain, "DELETED_ELSEWHERE");
        yield sent(
            operation,
            "RestoreDomain",
            domain,
            ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}");
      }
      case CHANGE_REGISTRANT -> {
        String domain = ours("com", ", 'zone': {'registrantChangeBy': 'UPDATE'}");
        loseTheAnswer("ModifyDomain", domain);
        yield stories.placeChange(domain, "");
      }
      case UPDATE -> sent(operation, "ModifyDomain", ours("com", ""), SERVERS);
      case REVERT -> {
        String domain = ours("com", "");
        String update = stories.placePlain("UPDATE", domain, SERVERS);
        stories.awaitStatus(update, "COMPLETED");
        yield sent(operation, "ModifyDomain", domain, ", 'reverts': '%s'".formatted(update));
      }
      case SUSPEND -> sent(operation, "ModifyDomain", ours("com", ""), "");
      case UNSUSPEND -> {
        String domain = ours("com", "");
        stories.awaitStatus(stories.placePlain("SUSPEND", domain, ""), "COMPLETED");
        yield sent(operation, "ModifyDomain", domain, "");
      }
      case CANCEL -> sent(operation, "SetDomainRenewalMode", ours("com", ""), "");
      case DELETE -> {
        String domain = ours("com", "");
        yield sent(operation, "DeleteDomain", domain, ", 'confirmDomain': '%s'".formatted(domain));
      }
      case AUTH_CODE ->
          stories.agreed(
              sent(
                  operation, "ModifyDomain", ours("com", ", 'authCode': ''"), ", 'unlock': false"));
      case RELEASE ->
          stories.agreed(sent(operation, "PushDomain", ours("de", ""), ", 'target': 'TRANSIT'"));
    };
  }

  private String sent(Operation operation, String command, String domain, String more) {
    loseTheAnswer(command, domain);
    return stories.placePlain(operation.name(), domain, more);
  }

  private void loseTheAnswer(String command, String domain) {
    stories.fault(
        "{'command': '%s', 'fault': 'RESET_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(command, domain));
  }

  private String ours(String tld, String more) {
    String domain = freshName(tld);
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D', 'transferLock': false %s}"
            .formatted(domain, more));
    return domain;
  }
}
