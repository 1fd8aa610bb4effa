package io.domainflow.process.renewal;

import static io.domainflow.process.renewal.RenewedNames.PAID_ONLY;
import static io.domainflow.process.renewal.RenewedNames.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.time.LocalDate;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A period is bought or paid once, whatever happens to the registrar's answer, whether somebody
 * else renews the name, and whether the registry renews it automatically.
 */
@DomainflowTest
class DomainRenewalAtMostOnceTest {

  private final Registrations stories;
  private final RenewedNames renewals;

  @Autowired
  DomainRenewalAtMostOnceTest(ProcessEngine engine, @LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.renewals = new RenewedNames(engine, stories);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings
  void doesNotBuyTheSamePeriodForASecondOrder(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    stories.awaitStatus(
        stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), ""), "COMPLETED");

    String second = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");

    JsonNode order = stories.awaitStatus(second, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("EXPIRY_DIFFERS");
    assertThat(renewals.commands(domain)).containsExactly("RenewDomain");
  }

  @ParameterizedTest
  @CsvSource({
    "A, TIMEOUT_AFTER",
    "B, TIMEOUT_AFTER",
    "A, RESET_BEFORE",
    "B, TIMEOUT_BEFORE",
    "A, HALF_BODY",
    "A, CODE_549",
    "B, CODE_421"
  })
  void buysOnceWhateverHappensToTheAnswer(String profile, String fault) {
    buysOnce(profile, fault);
  }

  @ParameterizedTest
  @CsvSource({"A, CODE_555_AFTER", "B, CODE_541_AFTER"})
  @OnlyAtIspapi(
      "without a log, what is refused and carried out is taken for somebody else's renewal")
  void buysOnceEvenIfWhatWasCarriedOutIsRefused(String profile, String fault) {
    buysOnce(profile, fault);
  }

  private void buysOnce(String profile, String fault) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    LocalDate end = renewals.in("P100D");
    String reference = stories.placeRenewal(domain, "1Y", end.toString(), "");
    stories.await(reference, order -> !order.get("charged").asText().equals("NO"));
    stories.advance("PT3H");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(end.plusYears(1));
    assertThat(renewals.commands(domain)).containsExactly("RenewDomain");
  }

  @ParameterizedTest
  @CsvSource({
    "A, TRANSFERRED_AWAY",
    "B, TRANSFERRED_AWAY",
    "A, MOVED_TO_ACCOUNT",
    "B, MOVED_TO_ACCOUNT"
  })
  @OnlyAtIspapi("without a log, a person decides whether a name was renewed that has left since")
  void reportsWhatWasPaidForANameThatLeavesBeforeTheAnswerComes(String profile, String how) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    stories.await(reference, placed -> placed.get("charged").asText().equals("UNKNOWN"));
    await().until(() -> renewals.commands(domain).contains("RenewDomain"));

    stories.happen(domain, how, "test.user2");
    stories.advance("PT3H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(order.at("/failure/message").asText())
        .contains("charged", "goes with the name")
        .doesNotContain("Nothing was bought");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.at("/price/amount").asText())
        .isEqualTo(renewals.sum(domain, "RenewDomain").toPlainString());
    assertThat(renewals.commands(domain).stream().filter("RenewDomain"::equals)).hasSize(1);
    assertThat(renewals.passed(order)).endsWith("EndEvent_DomainLeft");
  }

  @BothReadings
  void tellsThatSomebodyElseHasRenewedJustBefore(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_555', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    JsonNode blocked = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(blocked.get("charged").asText()).isEqualTo("NO");
    stories.happen(domain, "RENEWED_ELSEWHERE");
    stories.decide(renewals.taskOf(reference), "RETRY");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("EXPIRY_DIFFERS");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(renewals.commands(domain)).as("the one of the panel").hasSize(1);
  }

  @BothReadings
  void paysWhereTheRegistryRenewsByItselfAndOnlyOnce(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P30D", PAID_ONLY);

    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P30D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(renewals.in("P30D").plusYears(1));
    assertThat(renewals.commands(domain)).containsExactly(renewals.paying());
    assertThat(stories.timeline(reference)).anyMatch(text -> text.contains(renewals.paying()));
    String second = stories.placeRenewal(domain, "1Y", renewals.in("P30D").toString(), "");
    JsonNode refused = stories.awaitStatus(second, "FAILED");
    assertThat(refused.at("/failure/reason").asText()).isEqualTo("ALREADY_RENEWED");
    assertThat(refused.at("/failure/message").asText())
        .contains(renewals.in("P30D").toString(), renewals.in("P30D").plusYears(1).toString());
    stories.advance("P40D");
    assertThat(renewals.commands(domain)).filteredOn(renewals.paying()::equals).hasSize(1);
  }

  @BothReadings
  void paysWhenTheRegistrarSaysSoOnlyAtTheRenewal(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P30D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_510', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P30D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(renewals.commands(domain)).containsExactly(renewals.paying());
    assertThat(renewals.passed(order)).filteredOn("Task_RenewDomain"::equals).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"A, TIMEOUT_AFTER", "B, TIMEOUT_AFTER", "A, CODE_549_AFTER", "B, RESET_BEFORE"})
  void paysOnceWhateverHappensToTheAnswer(String profile, String fault) {
    stories.profile(profile);
    String domain = renewals.ours("P30D", PAID_ONLY);
    stories.fault(
        "{'command': '%s', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(renewals.paying(), fault, domain));

    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P30D").toString(), "");
    stories.await(reference, order -> !order.get("charged").asText().equals("NO"));
    stories.advance("PT3H");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(renewals.commands(domain)).containsExactly(renewals.paying());
  }
}
