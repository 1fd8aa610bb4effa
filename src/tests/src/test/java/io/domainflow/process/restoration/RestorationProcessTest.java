package io.domainflow.process.restoration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.FirstReading;
import io.domainflow.build.OnlyAtIspapi;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of RestorationProcess.bpmn, from the order that needs the name restored. */
@DomainflowTest
class RestorationProcessTest {

  private static final String ENOUGH = ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}";

  private final Registrations stories;
  private final Caller admin;

  @Autowired
  RestorationProcessTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void bringsANameBackAtAPriceThatAnOperatorAgreesToAndRenewsIt(String profile) {
    stories.profile(profile);
    String domain = deleted("");

    String reference = renew(domain, "");

    JsonNode waiting = stories.awaitWaitingFor(reference, "PRICE");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    assertThat(commands(domain)).isEmpty();
    JsonNode form = stories.form(task(reference));
    assertThat(form.at("/restorePrice/value").asText()).endsWith("EUR");
    assertThat(form.at("/renewal/value").asText()).startsWith("1 year, each year ");
    if (profile.equals("A")) {
      assertThat(form.at("/restorableUntil/value").asText()).contains("UTC");
    }
    String total = form.at("/totalPrice/value").asText();
    stories.decide(task(reference), "APPROVE");
    JsonNode underWay = stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    assertThat(underWay.get("charged").asText()).isEqualTo("YES");
    assertThat(underWay.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    stories.advance("P2D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("RENEWED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(Instant.parse(order.at("/outcome/expiresAt").asText()))
        .isAfter(Instant.parse(stories.now()));
    assertThat(commands(domain)).containsExactly("RestoreDomain", renewal());
    assertThat(total).isEqualTo(spent(domain) + " EUR");
    assertThat(order.at("/price/amount").asText()).isEqualTo(spent(domain).toPlainString());
  }

  @BothReadings
  void asksNobodyAboutAPriceThatTheCallerAccepts(String profile) {
    stories.profile(profile);
    String domain = deleted("");

    String reference = renew(domain, ENOUGH);

    stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    assertThat(stories.cancel(reference).status()).isEqualTo(409);
    stories.advance("P2D");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).containsExactly("RestoreDomain", renewal());
  }

  @Test
  void leavesANameDeletedIfNobodyAgrees() {
    String domain = deleted("");
    String reference = renew(domain, "");
    stories.awaitWaitingFor(reference, "PRICE");
    assertThat(listed("tasks-to-do", reference)).isEqualTo(domain);

    stories.decide(task(reference), "REJECT");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("PRICE_REJECTED");
    assertThat(commands(domain)).isEmpty();
    assertThat(listed("decided-tasks", reference)).isEqualTo(domain);
  }

  @BothReadings
  void restoresNothingForARenewalIfTheAccountForbidsIt(String profile) {
    stories.profile(profile);
    String domain = deleted("");
    setting(false);
    try {
      String renewal = renew(domain, ENOUGH);

      JsonNode refused = stories.awaitStatus(renewal, "FAILED");
      assertThat(refused.at("/failure/reason").asText()).isEqualTo("RESTORE_NEEDED");
      assertThat(refused.at("/failure/message").asText()).contains("Nothing was bought");
      assertThat(commands(domain)).isEmpty();

      String restore = stories.placePlain("RESTORE", domain, ENOUGH);
      stories.awaitWaitingFor(restore, "RESTORE_AT_REGISTRY");
      stories.advance("P2D");
      JsonNode order = stories.awaitStatus(restore, "COMPLETED");
      assertThat(order.at("/outcome/code").asText()).isIn("RESTORED");
      assertThat(Instant.parse(order.at("/outcome/expiresAt").asText()))
          .isAfter(Instant.parse(stories.now()));
      assertThat(commands(domain)).containsExactly("RestoreDomain", renewal());
    } finally {
      setting(true);
    }
  }

  @BothReadings
  void buysNoYearForANameThatWasDeletedInTheMiddleOfItsPeriod(String profile) {
    stories.profile(profile);
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    stories.happen(domain, "DELETED_ELSEWHERE");

    String reference =
        stories.placePlain("RESTORE", domain, ENOUGH + ", 'renewalMode': 'AUTODELETE'");
    stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    stories.advance("P2D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("RESTORED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTODELETE");
    assertThat(commands(domain)).contains("RestoreDomain").doesNotContain("RenewDomain");
  }

  @ParameterizedTest
  @FirstReading
  @CsvSource({"A, TIMEOUT_AFTER", "B, TIMEOUT_AFTER", "A, CODE_549_AFTER"})
  void restoresOnceWhateverHappensToTheAnswer(String profile, String fault) {
    restoresOnce(profile, fault);
  }

  @Test
  @OnlyAtIspapi(
      "nothing there tells that a restore was not asked for: after a doubt a person decides")
  void restoresANameForWhichTheRequestDidNotArrive() {
    restoresOnce("B", "RESET_BEFORE");
  }

  private void restoresOnce(String profile, String fault) {
    stories.profile(profile);
    String domain = deleted("");
    stories.fault(
        "{'command': 'RestoreDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    String reference = renew(domain, ENOUGH);
    stories.await(reference, order -> !order.get("charged").asText().equals("NO"));
    stories.advance("P3D");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(commands(domain)).containsExactly("RestoreDomain", renewal());
  }

  @BothReadings
  @OnlyAtIspapi(
      "nothing there tells that a restore has failed: an operator decides after some days")
  void tellsThatTheRegistryDoesNotGiveItBack(String profile) {
    stories.profile(profile);
    String domain =
        deleted(
            ", 'next': [{'command': 'RestoreDomain', 'after': 'P1D', 'outcome': 'FAILED',"
                + " 'reason': 'registry lock'}]");

    String reference = renew(domain, ENOUGH);
    stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    stories.advance("P2D");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("RESTORE_FAILED");
    assertThat(order.at("/failure/message").asText()).contains("registry lock");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(spent(domain)).isEqualByComparingTo("0");
  }

  @BothReadings
  void asksAnOperatorWhenItTakesLongAndClosesTheTaskWhenItIsDone(String profile) {
    stories.profile(profile);
    String domain =
        deleted(
            ", 'next': [{'command': 'RestoreDomain', 'after': 'P12D', 'outcome': 'SUCCESSFUL'}]");
    String reference = renew(domain, ENOUGH);
    stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");

    stories.advance("P5DT1H");
    String first = task(reference);
    stories.decide(first, "KEEP_WAITING");
    stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    JsonNode waiting = stories.get(reference);
    assertThat(Instant.parse(waiting.at("/waitingFor/until").asText()))
        .as("until when nobody is asked again")
        .isAfter(Instant.parse(waiting.get("updatedAt").asText()).plus(Duration.ofDays(4)));
    stories.advance("P5DT1H");
    assertThat(task(reference)).isNotEqualTo(first);
    stories.advance("P3D");

    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void endsAsFailedAndChargedIfAnOperatorGivesUp() {
    String domain =
        deleted(
            ", 'next': [{'command': 'RestoreDomain', 'after': 'P12D', 'outcome': 'SUCCESSFUL'}]");
    String reference = renew(domain, ENOUGH);
    stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    stories.advance("P5DT1H");

    stories.decide(task(reference), "GIVE_UP");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
  }

  @BothReadings
  void saysThatItIsTooLate(String profile) {
    stories.profile(profile);
    String domain = deleted("");
    stories.advance("P31D");

    String reference = stories.placePlain("RESTORE", domain, ENOUGH);

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_REGISTERED");
    assertThat(commands(domain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"A, CODE_549", "A, CODE_552", "B, CODE_548"})
  void reportsTheRegistrarsRefusal(String profile, String fault) {
    stories.profile(profile);
    String domain = deleted("");
    stories.fault(
        "{'command': 'RestoreDomain', 'fault': '%s', 'times': 9, 'domain': '%s'}"
            .formatted(fault, domain));

    String reference = renew(domain, ENOUGH);
    if (fault.equals("CODE_549")) {
      stories.await(reference, order -> order.get("charged").asText().equals("UNKNOWN"));
      return;
    }

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRAR_REFUSED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @Test
  void restoresNothingThatIsNotDeleted() {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));

    String reference = stories.placePlain("RESTORE", domain, ENOUGH);

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_DELETED");
    assertThat(commands(domain)).isEmpty();
  }

  @Test
  void restoresNothingThatIsBackWhenThePriceIsApproved() {
    String domain = deleted("");
    String reference = stories.placePlain("RESTORE", domain, "");
    stories.awaitWaitingFor(reference, "PRICE");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));

    stories.decide(task(reference), "APPROVE");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_DELETED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(commands(domain)).isEmpty();
  }

  /** Who has paid for a name again wants it to resolve. */
  @Test
  void aNameThatWasSuspendedResolvesAgain() {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    stories.awaitStatus(stories.placePlain("SUSPEND", domain, ""), "COMPLETED");
    stories.happen(domain, "DELETED_ELSEWHERE");

    String reference = stories.placePlain("RESTORE", domain, ENOUGH);
    stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    stories.advance("P2D");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(stories.ledger(domain).toString()).contains("DELSTATUS0");
    JsonNode shown = admin.get("/api/v1/domains/" + domain).body();
    assertThat(shown.get("suspension").isNull()).as(shown.toString()).isTrue();
  }

  /** A name whose period ended 50 days ago, and which has just been deleted. */
  private String deleted(String more) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': '-P50D' %s}".formatted(domain, more));
    stories.happen(domain, "DELETED_ELSEWHERE");
    return domain;
  }

  private String renew(String domain, String more) {
    return stories.placeRenewal(domain, "1Y", ago("P50D").toString(), more);
  }

  private LocalDate ago(String period) {
    return Instant.parse(stories.now())
        .minus(Duration.parse(period + "T0S"))
        .atOffset(ZoneOffset.UTC)
        .toLocalDate();
  }

  private void setting(boolean automaticRestore) {
    assertThat(
            admin
                .patch(
                    "/api/v1/accounts/" + stories.account(),
                    "{'automaticRestore': " + automaticRestore + "}")
                .status())
        .isEqualTo(200);
  }

  /** The domain of the only task that a list for analysts has of an order. */
  private String listed(String list, String reference) {
    List<JsonNode> rows = new ArrayList<>();
    admin.get("/api/v1/figures/" + list + "?operation=RENEW").body().get("rows").forEach(rows::add);
    rows.removeIf(row -> !row.get("reference").asText().equals(reference));
    assertThat(rows).as(list).hasSize(1);
    return rows.get(0).get("domain").asText();
  }

  private String task(String reference) {
    return stories
        .await(reference, order -> order.at("/waitingFor/taskId").isTextual())
        .at("/waitingFor/taskId")
        .asText();
  }

  /** On one platform the registrar itself renews a restored name. */
  private String renewal() {
    return stories.atCnr() ? "AutoRenew" : "RenewDomain";
  }

  // On one platform a restore accepts no mode, which is set afterwards.
  private List<String> commands(String domain) {
    return stories.ledger(domain).stream()
        .map(entry -> entry.get("command").asText())
        .filter(command -> !Set.of("DeleteDomain", "SetDomainRenewalMode").contains(command))
        .toList();
  }

  private BigDecimal spent(String domain) {
    return stories.ledger(domain).stream()
        .map(entry -> new BigDecimal(entry.get("charged").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
