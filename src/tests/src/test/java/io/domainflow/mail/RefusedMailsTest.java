package io.domainflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.model.DomainName;
import io.domainflow.model.Mail;
import io.domainflow.model.MailNotSent;
import io.domainflow.model.Mailer;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Orders say the truth while the mail server refuses the mails to registrants. */
@DomainflowTest
@Import(RefusedMailsTest.NoMails.class)
class RefusedMailsTest {

  /** A mail server that refuses every address. */
  @TestConfiguration
  static class NoMails {

    @Bean
    @Primary
    Mailer refusing() {
      return new Mailer() {
        @Override
        public void send(Mail mail) {
          throw new MailNotSent(mail, "550 no such user");
        }
      };
    }
  }

  private final int port;
  private final RegistrarGateway gateway;
  private final Caller approver;

  @Autowired
  RefusedMailsTest(@LocalServerPort int port, RegistrarGateway gateway) {
    this.port = port;
    this.gateway = gateway;
    this.approver = new Caller(port, "approver");
  }

  private static String here(Registrations stories) {
    String domain = Registrations.freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D', 'transferLock': true}"
            .formatted(domain));
    return domain;
  }

  /** The login has no history yet, so somebody is asked. */
  private void approve(Registrations stories, String reference) {
    String task =
        stories.awaitWaitingFor(reference, "AUTH_CODE_APPROVAL").at("/waitingFor/taskId").asText();
    approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    approver.post(
        "/engine-rest/task/" + task + "/submit-form",
        "{'variables': {'decision': {'value': 'APPROVE', 'type': 'String'}}}");
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void theCallerHasItsCodeAndIsToldThatTheRegistrantWasNot(Platform platform) {
    Registrations stories = new Registrations(port, platform);
    String reference = stories.placePlain("AUTH_CODE", here(stories), ", 'unlock': true");
    approve(stories, reference);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");

    assertThat(order.at("/outcome/remark").asText())
        .contains("set again on", "The registrant was not told by mail");
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void aRegistrantWhoCannotBeReachedLeavesTheNameAsItWas(Platform platform) {
    Registrations stories = new Registrations(port, platform);
    String domain = here(stories);
    String reference =
        stories.placePlain("AUTH_CODE", domain, ", 'unlock': true, 'deliver': 'HOLDER'");
    approve(stories, reference);

    JsonNode order = stories.awaitStatus(reference, "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(order.at("/failure/message").asText())
        .contains("was not told by mail", "Nothing was bought", "is set again");
    assertThat(
            gateway.ask(stories.account(), new ReadDomain(DomainName.of(domain))).transferLocked())
        .contains(true);
  }

  /** Otherwise the order would say that the registrant is the same as before. */
  @Test
  void aChangeThatIsDoneCannotBeCancelledWhileItsNoticesAreRefused() {
    Registrations stories = new Registrations(port);
    String domain = Registrations.freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'UPDATE'}}"
            .formatted(domain));
    String reference = stories.placeChange(domain, "");
    stories.await(
        reference,
        order -> order.at("/trouble/activity").asText().equals("Task_TellBothRegistrants"));

    Answer refused = stories.cancel(reference);

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(409);
    assertThat(refused.body().get("detail").asText()).contains("is done");
    JsonNode cancel = stories.cancelAction(reference);
    assertThat(cancel.get("possible").asBoolean()).isFalse();
    assertThat(cancel.get("text").asText()).contains("Not now", "is done");
  }
}
