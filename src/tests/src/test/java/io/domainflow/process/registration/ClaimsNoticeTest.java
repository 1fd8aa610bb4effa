package io.domainflow.process.registration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names with a trademark notice: bought only while an accepted notice is valid. */
@DomainflowTest
class ClaimsNoticeTest {

  private final Registrations registrations;

  @Autowired
  ClaimsNoticeTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
    registrations.profile("A");
  }

  @BothReadings
  void buysOnceAnOperatorHasAcceptedTheNotice(String profile) {
    registrations.profile(profile);
    String domain = claimed();
    String reference = registrations.place(domain);

    JsonNode waiting = registrations.awaitWaitingFor(reference, "CLAIMS_NOTICE");
    assertThat(registrations.ledger(domain)).isEmpty();
    JsonNode form = registrations.form(task(waiting));
    assertThat(form.at("/noticeText/value").asText())
        .isEqualTo(registrations.claimsNotice(reference).get("text").asText())
        .isNotBlank();
    assertThat(form.at("/noticeExpiresAt/value").asText()).endsWith("UTC");

    registrations.decide(task(waiting), "ACCEPT");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    JsonNode bought = registrations.ledger(domain).get(0);
    assertThat(registrations.ledger(domain)).hasSize(1);
    assertThat(bought.at("/parameters/NOTICE-POA-ACCEPT-HASH").asText()).isNotEmpty();
    assertThat(bought.at("/parameters/CLAIMKEY").asText()).isNotEmpty();
    assertThat(bought.at("/parameters/CLAIMKEY-UPDATEDDATE").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
  }

  @BothReadings
  void takesTheCallersWordForTheNoticeThatWasRead(String profile) {
    registrations.profile(profile);
    String domain = claimed();
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "CLAIMS_NOTICE");
    JsonNode notice = registrations.claimsNotice(reference);

    Answer another = registrations.input(reference, acceptance("another", registrations.now()));
    Answer tooEarly =
        registrations.input(
            reference, acceptance(notice.get("noticeId").asText(), "2020-01-01T00:00:00Z"));
    assertThat(another.status()).isEqualTo(400);
    assertThat(tooEarly.status()).isEqualTo(400);
    assertThat(another.body().get("detail").asText()).contains(notice.get("noticeId").asText());

    Answer right =
        registrations.input(
            reference, acceptance(notice.get("noticeId").asText(), registrations.now()));
    assertThat(right.status()).as(right.body().toString()).isEqualTo(200);
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  void buysWithoutAskingWhenTheOrderAcceptsTheNotice() {
    String domain = claimed();
    String first = registrations.place(domain);
    registrations.awaitWaitingFor(first, "CLAIMS_NOTICE");
    String notice = registrations.claimsNotice(first).get("noticeId").asText();
    registrations.cancel(first);

    String second =
        registrations.place(domain, ", 'claimsAcceptance': " + inner(notice, registrations.now()));

    registrations.awaitStatus(second, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @BothReadings
  void asksAgainWhenTheNoticeHasExpiredBeforeItIsAccepted(String profile) {
    registrations.profile(profile);
    String domain = claimed();
    String reference = registrations.place(domain);
    JsonNode waiting = registrations.awaitWaitingFor(reference, "CLAIMS_NOTICE");
    String former = registrations.claimsNotice(reference).get("noticeId").asText();
    registrations.advance("P3D");

    registrations.decide(task(waiting), "ACCEPT");

    JsonNode again =
        registrations.await(
            reference,
            order ->
                order.at("/waitingFor/code").asText().equals("CLAIMS_NOTICE")
                    && !task(order).equals(task(waiting)));
    assertThat(registrations.claimsNotice(reference).get("noticeId").asText()).isNotEqualTo(former);
    assertThat(registrations.ledger(domain)).isEmpty();
    registrations.decide(task(again), "ACCEPT");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void asksAgainWhenTheNoticeExpiresRightBeforeThePurchase() {
    String domain = claimed();
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'REFUSE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    JsonNode asked = registrations.awaitWaitingFor(reference, "CLAIMS_NOTICE");
    // of its 48 hours the notice has 12 left when it is accepted
    registrations.advance("P1DT12H");
    registrations.decide(task(asked), "ACCEPT");
    registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    registrations.advance("PT20H");

    JsonNode again = registrations.awaitWaitingFor(reference, "CLAIMS_NOTICE");
    assertThat(again.get("charged").asText()).isEqualTo("NO");
    assertThat(registrations.ledger(domain)).isEmpty();
    registrations.cancel(reference);
  }

  @Test
  void buysNothingThatIsRejected() {
    String domain = claimed();
    String reference = registrations.place(domain);

    registrations.decide(task(registrations.awaitWaitingFor(reference, "CLAIMS_NOTICE")), "REJECT");

    JsonNode order = registrations.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOTICE_REJECTED");
    assertThat(registrations.ledger(domain)).isEmpty();
  }

  @Test
  void asksForThePriceAndTheNoticeOfAPremiumNameUnderAClaim() {
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_STORY', 'price': '900.00',"
                + " 'claims': true}")
            .formatted(domain));
    String reference = registrations.place(domain);

    registrations.decide(task(registrations.awaitWaitingFor(reference, "PRICE")), "APPROVE");
    registrations.decide(task(registrations.awaitWaitingFor(reference, "CLAIMS_NOTICE")), "ACCEPT");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(
            registrations.ledger(domain).get(0).at("/parameters/NOTICE-POA-ACCEPT-HASH").asText())
        .isNotEmpty();
  }

  private String claimed() {
    String domain = freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'FREE', 'claims': true}".formatted(domain));
    return domain;
  }

  private static String acceptance(String noticeId, String at) {
    return "{'claimsAcceptance': " + inner(noticeId, at) + "}";
  }

  private static String inner(String noticeId, String at) {
    return "{'noticeId': '%s', 'acceptedAt': '%s'}".formatted(noticeId, at);
  }

  private static String task(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }
}
