package io.domainflow.process.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the zone has the registrant confirm a transfer by mail, it waits for the answer. */
@DomainflowTest
class DomainTransferConfirmationTest {

  private static final String ACCEPTED =
      "The registrar has accepted to send its confirmation mails again.";
  private static final String REFUSED =
      "The registrar has refused to send its confirmation mails again («";

  private final Registrations stories;
  private final TransferStories transfers;

  @Autowired
  DomainTransferConfirmationTest(ProcessEngine engine, @LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.transfers = new TransferStories(engine, port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings
  void waitsForTheRegistrantsMailFirst(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRANT");

    stories.follow(transfers.lastMail(domain), "confirm");
    stories.advance("P1D");

    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    stories.advance("P6D");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @BothReadings
  void tellsThatTheRegistrantSaidNo(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");

    stories.follow(transfers.lastMail(domain), "refuse");
    stories.advance("P2D");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REFUSED_BY_REGISTRANT");
    assertThat(order.at("/failure/message").asText()).contains("The registrar's words");
    assertThat(transfers.passed(order)).endsWith("EndEvent_TransferFailed");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void asksAnOperatorWhenTheMailStaysUnconfirmedAndSendsItAgain(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    int mails = stories.mails(domain).size();

    stories.advance("P3DT2H");
    String task = transfers.taskOf(reference);
    assertThat(stories.form(task).at("/waitsFor/value").asText()).contains("confirm");
    assertThat(stories.form(task).at("/phaseEndsAt/value").asText())
        .as("no sentence about an end that the registrar does not state")
        .isEmpty();
    assertThat(stories.form(task).at("/resendPossible/value").asBoolean()).isTrue();
    stories.decide(task, "RESEND");
    stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    assertThat(stories.mails(domain)).hasSizeGreaterThan(mails);
    assertThat(stories.get(reference).at("/waitingFor/code").asText())
        .isEqualTo("CONFIRMATION_MAIL");
  }

  @Test
  void sendsNoMailAgainOnceTheRegistrantHasConfirmed() {
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    stories.advance("P3DT2H");
    String task = transfers.taskOf(reference);
    stories.follow(transfers.lastMail(domain), "confirm");
    stories.advance("PT36H");
    assertThat(stories.form(task).at("/resendPossible/value").asBoolean()).isFalse();

    Answer again = stories.decide(task, "RESEND");

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body().get("message").asText()).contains("there is no mail to send again");
    assertThat(transfers.taskOf(reference)).isEqualTo(task);
  }

  @Test
  void resendsMailsOnlyWhileOneIsAwaited() {
    String byMail = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String waiting = stories.placeTransfer(byMail, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(waiting, "CONFIRMATION_MAIL");
    int mails = stories.mails(byMail).size();
    String other =
        stories.placeTransfer(
            transfers.elsewhere("com", TransferStories.NO_MAIL), ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(other, "TRANSFER_AT_REGISTRY");

    assertThat(stories.resend(waiting).status()).isEqualTo(200);
    Answer refused = stories.resend(other);

    assertThat(refused.status()).isEqualTo(409);
    stories.await(waiting, order -> stories.timeline(waiting).contains(ACCEPTED));
    assertThat(stories.mails(byMail)).hasSizeGreaterThan(mails);
  }

  /** Nobody has to guess from an order that waits as before whether a mail is on its way. */
  @Test
  @OnlyAtIspapi("the command that is struck has another name there")
  void saysThatTheRegistrarHasRefusedToSendAMailAgain() {
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    int mails = stories.mails(domain).size();
    stories.fault(
        "{'command': 'ResendDomainTransferConfirmationEmails', 'fault': 'CODE_552', 'times': 1,"
            + " 'domain': '%s'}".formatted(domain));

    assertThat(stories.resend(reference).status()).isEqualTo(200);

    stories.await(
        reference,
        order -> stories.timeline(reference).stream().anyMatch(text -> text.startsWith(REFUSED)));
    assertThat(stories.timeline(reference)).doesNotContain(ACCEPTED);
    assertThat(stories.mails(domain)).hasSize(mails);
    assertThat(stories.get(reference).at("/waitingFor/code").asText())
        .isEqualTo("CONFIRMATION_MAIL");
  }

  /** A step beside a wait that is tried twice does not shorten the wait. */
  @Test
  @OnlyAtIspapi("the command that is struck has another name there")
  void stillWaitsForTheMailAfterAResendThatHadToBeTriedAgain() {
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    int mails = stories.mails(domain).size();
    stories.fault(
        "{'command': 'ResendDomainTransferConfirmationEmails', 'fault': 'RESET_BEFORE', 'times': 1,"
            + " 'domain': '%s'}".formatted(domain));

    assertThat(stories.resend(reference).status()).isEqualTo(200);
    stories.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    stories.advance("PT1H");

    assertThat(stories.mails(domain)).hasSizeGreaterThan(mails);
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
  }
}
