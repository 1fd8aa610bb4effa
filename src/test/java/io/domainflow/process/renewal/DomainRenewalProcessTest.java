package io.domainflow.process.renewal;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of DomainRenewalProcess.bpmn, from the viewpoint of callers and operators. */
@DomainflowTest
class DomainRenewalProcessTest {

  private static final String PAID_ONLY = ", 'zone': {'explicitRenewal': false}";

  private final HistoryService history;
  private final Registrations stories;

  @Autowired
  DomainRenewalProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.history = engine.getHistoryService();
    this.stories = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void renewsANameOnce(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", "");

    String reference = stories.placeRenewal(domain, "2Y", in("P100D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(in("P100D").plusYears(2));
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.at("/price/amount").asText())
        .isEqualTo(sum(domain, "RenewDomain").toPlainString());
    assertThat(commands(domain)).containsExactly("RenewDomain");
    JsonNode sent = stories.ledger(domain).get(0).get("parameters");
    assertThat(sent.get("EXPIRATION").asText()).isEqualTo(String.valueOf(in("P100D").getYear()));
    assertThat(passed(order)).endsWith("EndEvent_DomainRenewed");
  }

  @BothReadings
  void refusesAnotherDateThanTheRegistrarsWithBoth(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", "");
    LocalDate believed = in("P100D").minusYears(1);

    String reference = stories.placeRenewal(domain, "1Y", believed.toString(), "");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("EXPIRY_DIFFERS");
    assertThat(order.at("/failure/message").asText())
        .contains(believed.toString(), in("P100D").toString(), "Nothing was bought");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @BothReadings
  void doesNotBuyTheSamePeriodForASecondOrder(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", "");
    stories.awaitStatus(
        stories.placeRenewal(domain, "1Y", in("P100D").toString(), ""), "COMPLETED");

    String second = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");

    JsonNode order = stories.awaitStatus(second, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("EXPIRY_DIFFERS");
    assertThat(commands(domain)).containsExactly("RenewDomain");
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
    String domain = ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    LocalDate end = in("P100D");
    String reference = stories.placeRenewal(domain, "1Y", end.toString(), "");
    stories.await(reference, order -> !order.get("charged").asText().equals("NO"));
    stories.advance("PT3H");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(end.plusYears(1));
    assertThat(commands(domain)).containsExactly("RenewDomain");
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
    String domain = ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");
    stories.await(reference, placed -> placed.get("charged").asText().equals("UNKNOWN"));
    await().until(() -> commands(domain).contains("RenewDomain"));

    stories.happen(domain, how, "test.user2");
    stories.advance("PT3H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(order.at("/failure/message").asText())
        .contains("charged", "goes with the name")
        .doesNotContain("Nothing was bought");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.at("/price/amount").asText())
        .isEqualTo(sum(domain, "RenewDomain").toPlainString());
    assertThat(commands(domain).stream().filter("RenewDomain"::equals)).hasSize(1);
    assertThat(passed(order)).endsWith("EndEvent_DomainLeft");
  }

  @BothReadings
  void tellsThatSomebodyElseHasRenewedJustBefore(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_555', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");
    JsonNode blocked = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(blocked.get("charged").asText()).isEqualTo("NO");
    stories.happen(domain, "RENEWED_ELSEWHERE");
    stories.decide(taskOf(reference), "RETRY");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("EXPIRY_DIFFERS");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(commands(domain)).as("the one of the panel").hasSize(1);
  }

  @BothReadings
  void paysWhereTheRegistryRenewsByItselfAndOnlyOnce(String profile) {
    stories.profile(profile);
    String domain = ours("P30D", PAID_ONLY);

    String reference = stories.placeRenewal(domain, "1Y", in("P30D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(in("P30D").plusYears(1));
    assertThat(commands(domain)).containsExactly(paying());
    assertThat(stories.timeline(reference)).anyMatch(text -> text.contains(paying()));
    String second = stories.placeRenewal(domain, "1Y", in("P30D").toString(), "");
    JsonNode refused = stories.awaitStatus(second, "FAILED");
    assertThat(refused.at("/failure/reason").asText()).isEqualTo("ALREADY_RENEWED");
    assertThat(refused.at("/failure/message").asText())
        .contains(in("P30D").toString(), in("P30D").plusYears(1).toString());
    stories.advance("P40D");
    assertThat(commands(domain)).filteredOn(paying()::equals).hasSize(1);
  }

  @BothReadings
  void paysWhenTheRegistrarSaysSoOnlyAtTheRenewal(String profile) {
    stories.profile(profile);
    String domain = ours("P30D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_510', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", in("P30D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).containsExactly(paying());
    assertThat(passed(order)).filteredOn("Task_RenewDomain"::equals).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"A, TIMEOUT_AFTER", "B, TIMEOUT_AFTER", "A, CODE_549_AFTER", "B, RESET_BEFORE"})
  void paysOnceWhateverHappensToTheAnswer(String profile, String fault) {
    stories.profile(profile);
    String domain = ours("P30D", PAID_ONLY);
    stories.fault(
        "{'command': '%s', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(paying(), fault, domain));

    String reference = stories.placeRenewal(domain, "1Y", in("P30D").toString(), "");
    stories.await(reference, order -> !order.get("charged").asText().equals("NO"));
    stories.advance("PT3H");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).containsExactly(paying());
  }

  @BothReadings
  void saysFromWhenOnIfTheRegistrarRefusesItAsTooEarly(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_548', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("TOO_EARLY");
    assertThat(order.at("/failure/registrarCode").asInt()).isEqualTo(548);
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void renewsANameWhosePeriodIsOver(String profile) {
    stories.profile(profile);
    String domain = ours("-P20D", "");

    String reference =
        stories.placeRenewal(
            domain,
            "1Y",
            in("-P20D").toString(),
            ", 'acceptPrice': {'amount': '0.01', 'currency': 'EUR'}");

    stories.awaitWaitingFor(reference, "PRICE");
    JsonNode form = stories.form(taskOf(reference));
    assertThat(form.at("/expiry/value").asText())
        .contains(String.valueOf(in("-P20D").getYear()), "over");
    if (stories.platform() == Platform.ISPAPI) {
      assertThat(form.at("/renewableUntil/value").asText()).contains("UTC");
    }
    stories.decide(taskOf(reference), "APPROVE");
    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(day(order.at("/outcome/expiresAt"))).isEqualTo(in("-P20D").plusYears(1));
  }

  @BothReadings
  void asksForThePriceOfAPremiumName(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", ", 'class': 'PREMIUM_RENEW', 'price': '900.00'");

    String rejected = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");
    stories.awaitWaitingFor(rejected, "PRICE");
    assertThat(stories.ledger(domain)).isEmpty();
    stories.decide(taskOf(rejected), "REJECT");
    JsonNode failed = stories.awaitStatus(rejected, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("PRICE_REJECTED");

    String agreed =
        stories.placeRenewal(
            domain,
            "1Y",
            in("P100D").toString(),
            ", 'acceptPrice': {'amount': '900.00', 'currency': 'EUR'}");
    JsonNode order = stories.awaitStatus(agreed, "COMPLETED");
    assertThat(order.at("/price/amount").asText()).isEqualTo("900.00");
    assertThat(stories.ledger(domain).get(0).at("/parameters/CLASS").asText())
        .isEqualTo("PREMIUM_RENEW");
  }

  @BothReadings
  void takesTheAgreementToThePriceAsInput(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", ", 'class': 'PREMIUM_INPUT', 'price': '70.00'");
    String reference = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");
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
    String domain = ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_552', 'times': 2, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");

    JsonNode blocked = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(blocked.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.form(taskOf(reference)).at("/problem/value").asText()).isNotEmpty();
    assertThat(stories.cancel(reference).status()).isEqualTo(200);
    String again = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");
    stories.awaitWaitingFor(again, "REGISTRAR_REFUSED");
    stories.decide(taskOf(again), "GIVE_UP");
    JsonNode order = stories.awaitStatus(again, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.at("/failure/message").asText()).contains("Nothing was bought");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @Test
  void asksAnOperatorWhenARenewalDoesNotShow() {
    String domain = ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");
    stories.awaitWaitingFor(reference, "RENEWAL_AT_REGISTRY");

    lookLessOften(domain);
    stories.advance("P2D");
    String task = taskOf(reference);
    String confirmed = stories.form(task).at("/boughtAt/value").asText();
    stories.decide(task, "KEEP_WAITING");
    stories.awaitWaitingFor(reference, "RENEWAL_AT_REGISTRY");
    lookLessOften(domain);
    stories.advance("P2D");

    String again = taskOf(reference);
    assertThat(stories.form(again).at("/boughtAt/value").asText())
        .as("when the registrar has confirmed it")
        .isEqualTo(confirmed);
    stories.decide(again, "GIVE_UP");
    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(passed(order)).endsWith("EndEvent_WaitGivenUp");
  }

  @BothReadings
  void goesOnWhenTheCallerSaysThatItIsPutRight(String profile) {
    stories.profile(profile);
    String domain = ours("P100D", "");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeRenewal(domain, "1Y", in("P100D").toString(), "");
    stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    assertThat(stories.input(reference, "{}").status()).isEqualTo(200);

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).containsExactly("RenewDomain");
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

  /** The renewal of a name whose registry does not renew on command. */
  private String paying() {
    return stories.platform() == Platform.CNR ? "SetDomainRenewalMode" : "PayDomainRenewal";
  }

  private String ours(String expires, String more) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P900D', 'expires': '%s' %s}"
            .formatted(domain, expires, more));
    return domain;
  }

  private LocalDate in(String period) {
    return Instant.parse(stories.now())
        .plus(Duration.parse(period + "T0S"))
        .atOffset(ZoneOffset.UTC)
        .toLocalDate();
  }

  // After an answer without information the next request comes later than after «not yet».
  private void lookLessOften(String domain) {
    stories.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_599', 'times': 10, 'domain': '%s'}"
            .formatted(domain));
  }

  private static LocalDate day(JsonNode time) {
    return Instant.parse(time.asText()).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private List<String> commands(String domain) {
    return stories.ledger(domain).stream().map(entry -> entry.get("command").asText()).toList();
  }

  private BigDecimal sum(String domain, String command) {
    return stories.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals(command))
        .map(entry -> new BigDecimal(entry.get("charged").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private String taskOf(String reference) {
    return stories
        .await(reference, order -> order.at("/waitingFor/taskId").isTextual())
        .at("/waitingFor/taskId")
        .asText();
  }

  private List<String> passed(JsonNode order) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
