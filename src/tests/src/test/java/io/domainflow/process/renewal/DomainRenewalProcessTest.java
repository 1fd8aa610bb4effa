package io.domainflow.process.renewal;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.renewal.RenewedNames.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BothReadings;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The stories of DomainRenewalProcess.bpmn, from the viewpoint of callers and operators. Those in
 * which a period could be bought twice are in {@link DomainRenewalAtMostOnceTest}.
 */
@DomainflowTest
class DomainRenewalProcessTest {

  private final Registrations stories;
  private final RenewedNames renewals;

  @Autowired
  DomainRenewalProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.renewals = new RenewedNames(engine, stories);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void renewsANameOnce(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");

    String reference = stories.placeRenewal(domain, "2Y", renewals.in("P100D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(renewals.in("P100D").plusYears(2));
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.at("/price/amount").asText())
        .isEqualTo(renewals.sum(domain, "RenewDomain").toPlainString());
    assertThat(renewals.commands(domain)).containsExactly("RenewDomain");
    JsonNode sent = stories.ledger(domain).get(0).get("parameters");
    assertThat(sent.get("EXPIRATION").asText())
        .isEqualTo(String.valueOf(renewals.in("P100D").getYear()));
    assertThat(renewals.passed(order)).endsWith("EndEvent_DomainRenewed");
  }

  @BothReadings
  void refusesAnotherDateThanTheRegistrarsWithBoth(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    LocalDate believed = renewals.in("P100D").minusYears(1);

    String reference = stories.placeRenewal(domain, "1Y", believed.toString(), "");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("EXPIRY_DIFFERS");
    assertThat(order.at("/failure/message").asText())
        .contains(believed.toString(), renewals.in("P100D").toString(), "Nothing was bought");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @BothReadings
  void saysFromWhenOnIfTheRegistrarRefusesItAsTooEarly(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_548', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("TOO_EARLY");
    assertThat(order.at("/failure/registrarCode").asInt()).isEqualTo(548);
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void renewsANameWhosePeriodIsOver(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("-P20D", "");

    String reference =
        stories.placeRenewal(
            domain,
            "1Y",
            renewals.in("-P20D").toString(),
            ", 'acceptPrice': {'amount': '0.01', 'currency': 'EUR'}");

    stories.awaitWaitingFor(reference, "PRICE");
    assertThat(
            stories
                .caller(reference)
                .get("/api/v1/domains/" + domain)
                .body()
                .get("status")
                .asText())
        .as("what it has read")
        .isNotEqualTo("UNKNOWN");
    JsonNode form = stories.form(renewals.taskOf(reference));
    assertThat(form.at("/expiry/value").asText())
        .contains(String.valueOf(renewals.in("-P20D").getYear()), "over");
    if (stories.platform() == Platform.ISPAPI) {
      assertThat(form.at("/renewableUntil/value").asText()).contains("UTC");
    }
    stories.decide(renewals.taskOf(reference), "APPROVE");
    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(renewals.in("-P20D").plusYears(1));
  }

  @BothReadings
  void asksForThePriceOfAPremiumName(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", ", 'class': 'PREMIUM_RENEW', 'price': '900.00'");

    String rejected = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    stories.awaitWaitingFor(rejected, "PRICE");
    assertThat(stories.ledger(domain)).isEmpty();
    stories.decide(renewals.taskOf(rejected), "REJECT");
    JsonNode failed = stories.awaitStatus(rejected, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("PRICE_REJECTED");

    String agreed =
        stories.placeRenewal(
            domain,
            "1Y",
            renewals.in("P100D").toString(),
            ", 'acceptPrice': {'amount': '900.00', 'currency': 'EUR'}");
    JsonNode order = stories.awaitStatus(agreed, "COMPLETED");
    assertThat(order.at("/price/amount").asText()).isEqualTo("900.00");
    assertThat(stories.ledger(domain).get(0).at("/parameters/CLASS").asText())
        .isEqualTo("PREMIUM_RENEW");
  }

  @BothReadings
  void takesTheAgreementToThePriceAsInput(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", ", 'class': 'PREMIUM_INPUT', 'price': '70.00'");
    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    stories.awaitWaitingFor(reference, "PRICE");

    Answer other = stories.input(reference, "{'registrant': {'handle': 'P-1'}}");
    Answer low = stories.input(reference, "{'acceptPrice': {'amount': '1.00', 'currency': 'EUR'}}");
    Answer enough =
        stories.input(reference, "{'acceptPrice': {'amount': '70.00', 'currency': 'EUR'}}");

    assertThat(other.status()).isEqualTo(400);
    assertThat(low.status()).isEqualTo(400);
    assertThat(enough.status()).isEqualTo(200);
    stories.awaitStatus(reference, "COMPLETED");
  }

  @BothReadings
  void asksAnOperatorWhatTheRegistrarsRefusalMeans(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_552', 'times': 2, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");

    JsonNode blocked = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(blocked.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.form(renewals.taskOf(reference)).at("/problem/value").asText()).isNotEmpty();
    assertThat(stories.cancel(reference).status()).isEqualTo(200);
    String again = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    stories.awaitWaitingFor(again, "REGISTRAR_REFUSED");
    stories.decide(renewals.taskOf(again), "GIVE_UP");
    JsonNode order = stories.awaitStatus(again, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.at("/failure/message").asText()).contains("Nothing was bought");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @Test
  void asksAnOperatorWhenARenewalDoesNotShow() {
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    stories.awaitWaitingFor(reference, "RENEWAL_AT_REGISTRY");

    renewals.lookLessOften(domain);
    stories.advance("P2D");
    String task = renewals.taskOf(reference);
    String confirmed = stories.form(task).at("/boughtAt/value").asText();
    stories.decide(task, "KEEP_WAITING");
    stories.awaitWaitingFor(reference, "RENEWAL_AT_REGISTRY");
    renewals.lookLessOften(domain);
    stories.advance("P2D");

    String again = renewals.taskOf(reference);
    assertThat(stories.form(again).at("/boughtAt/value").asText())
        .as("when the registrar has confirmed it")
        .isEqualTo(confirmed);
    stories.decide(again, "GIVE_UP");
    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(renewals.passed(order)).endsWith("EndEvent_WaitGivenUp");
  }

  @Test
  void noticesWithinAQuarterOfAnHourThatARenewalShows() {
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    stories.awaitWaitingFor(reference, "RENEWAL_AT_REGISTRY");
    stories.happen(domain, "RENEWED_ELSEWHERE");

    stories.advance("PT15M");

    stories.awaitStatus(reference, "COMPLETED");
  }

  @BothReadings
  void goesOnWhenTheCallerSaysThatItIsPutRight(String profile) {
    stories.profile(profile);
    String domain = renewals.ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeRenewal(domain, "1Y", renewals.in("P100D").toString(), "");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    assertThat(stories.input(reference, "{}").status()).isEqualTo(200);

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(renewals.commands(domain)).containsExactly("RenewDomain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'period': '1Y'",
        "'expires': '2027-01-01'",
        "'period': '0Y', 'expires': '2027-01-01'",
        "'period': '1Y', 'expires': 'next year'",
        "'period': '1Y', 'expires': '2027-02-30'",
        "'period': '1Y', 'expires': '2027-01-01', 'nameservers': ['ns1.example.net']",
        "'period': '1Y', 'expires': '2027-01-01', 'renewalMode': 'AUTORENEW'"
      })
  void refusesOrdersThatDoNotSayWhatIsToBeBought(String members) {
    Answer answer =
        stories.placeRaw(
            "{'reference': 'N-%s', 'operation': 'RENEW', 'account': 'sandbox', 'domain': '%s', %s}"
                .formatted(UUID.randomUUID(), freshName("com"), members));

    assertThat(answer.status()).isEqualTo(400);
  }
}
