package io.domainflow.cnr;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.AtCnr;
import io.domainflow.build.BothReadings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Renewals and restores at a registrar that calculates by the paid time, whose registries add a
 * year before that, and where a restore automatically orders a renewal.
 */
@AtCnr
@DomainflowTest
class CnrRenewalStoriesTest {

  private static final String ENOUGH = ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}";

  private final Registrations stories;
  private final Caller billing;

  @Autowired
  CnrRenewalStoriesTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void buysOneYearWhileTheRegistryHasCountedUp(String profile) {
    stories.profile(profile);
    String domain = ours("-P20D", "AUTOEXPIRE");
    LocalDate end = in("-P20D");

    JsonNode order =
        stories.awaitStatus(stories.placeRenewal(domain, "1Y", end.toString(), ""), "COMPLETED");

    assertThat(day(order)).isEqualTo(end.plusYears(1));
    assertThat(commands(domain)).containsExactly("RenewDomain");
    assertThat(spent(domain)).isEqualByComparingTo("12.00");
    JsonNode again =
        stories.awaitStatus(stories.placeRenewal(domain, "1Y", end.toString(), ""), "FAILED");
    assertThat(again.at("/failure/reason").asText()).isEqualTo("EXPIRY_DIFFERS");
    stories.advance("P60D");
    assertThat(spent(domain)).as("on the renewal date, too").isEqualByComparingTo("12.00");
  }

  @BothReadings(alwaysBoth = true)
  void doesNotTakeTheCountingUpForARenewalWhoseAnswerWasLost(String profile) {
    stories.profile(profile);
    String domain = ours("P2D", "AUTOEXPIRE");
    LocalDate end = in("P2D");
    stories.advance("P1DT23H59M50S");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'TIMEOUT_BEFORE', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeRenewal(domain, "1Y", end.toString(), "");
    stories.await(reference, order -> !order.get("charged").asText().equals("NO"));
    assertThat(commands(domain)).isEmpty();
    stories.advance("PT3H");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(day(order)).isEqualTo(end.plusYears(1));
    assertThat(commands(domain)).as("it was sent again").containsExactly("RenewDomain");
    assertThat(spent(domain)).isEqualByComparingTo("12.00");
  }

  @BothReadings(alwaysBoth = true)
  void renewsANameThatIsSuspendedBeforeItIsDeleted(String profile) {
    stories.profile(profile);
    String domain = ours("-P34D", "AUTOEXPIRE");
    LocalDate end = in("-P34D");
    stories.advance("P2D");
    assertThatARenewalIsAdvised(domain);

    JsonNode order =
        stories.awaitStatus(stories.placeRenewal(domain, "1Y", end.toString(), ""), "COMPLETED");

    assertThat(day(order)).isEqualTo(end.plusYears(1));
    stories.advance("P30D");
    assertThat(commands(domain)).containsExactly("RenewDomain");
  }

  /** Nobody has ordered that deletion, and a renewal still keeps the name. */
  @Test
  void asksBeforeItDeletesANameThatIsSuspendedBeforeItIsDeleted() {
    String domain = ours("-P34D", "AUTOEXPIRE");
    stories.advance("P2D");

    String reference = stories.placePlain("DELETE", domain, "");

    stories.awaitWaitingFor(reference, "DELETION_CONFIRMATION");
    assertThat(stories.cancel(reference).status()).isEqualTo(200);
  }

  @BothReadings(alwaysBoth = true)
  void aRestoreAfterThePeriodEndsWithTheYearThatTheRegistrarHasCharged(String profile) {
    stories.profile(profile);
    String domain = ours("-P50D", "AUTORENEW");
    LocalDate end = in("-P50D");
    stories.happen(domain, "DELETED_ELSEWHERE");

    String reference = restore(domain, "AUTODELETE");
    stories.advance("P4D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTODELETE");
    assertThat(day(order)).isEqualTo(end.plusYears(1));
    assertThat(commands(domain))
        .as("the mode waits for the renewal")
        .containsExactly("RestoreDomain", "AutoRenew", "SetDomainRenewalMode");
    assertThat(order.at("/price/amount").asText()).isEqualTo(spent(domain).toPlainString());
  }

  @BothReadings(alwaysBoth = true)
  void aRestoreInTheMiddleOfThePeriodOrdersNoYear(String profile) {
    stories.profile(profile);
    for (String mode : List.of("AUTOEXPIRE", "AUTORENEW")) {
      String domain = ours("P200D", "AUTOEXPIRE");
      LocalDate end = in("P200D");
      stories.happen(domain, "DELETED_ELSEWHERE");

      String reference = restore(domain, mode);
      stories.advance("P4D");

      JsonNode order = stories.awaitStatus(reference, "COMPLETED");
      assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo(mode);
      assertThat(day(order)).isEqualTo(end);
      assertThat(order.at("/price/amount").asText()).isEqualTo(spent(domain).toPlainString());
      assertThat(last(domain).at("/parameters/RENEWALMODE").asText()).isEqualTo(mode);
    }
  }

  @BothReadings(alwaysBoth = true)
  void aRenewalThatRestoresInTheMiddleOfThePeriodBuysItsYearOnce(String profile) {
    stories.profile(profile);
    String domain = ours("P200D", "AUTOEXPIRE");
    LocalDate end = in("P200D");
    stories.happen(domain, "DELETED_ELSEWHERE");

    String reference = stories.placeRenewal(domain, "1Y", end.toString(), ENOUGH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    assertThat(waiting.at("/price/what").asText()).isEqualTo("restore of " + domain);
    stories.advance("P4D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/price/what").asText()).isEqualTo("renewal of " + domain + " for 1Y");
    assertThat(day(order)).isEqualTo(end.plusYears(1));
    stories.advance("P300D");
    assertThat(commands(domain))
        .containsExactly("RestoreDomain", "SetDomainRenewalMode", "RenewDomain");
    assertThat(order.at("/price/amount").asText()).isEqualTo(spent(domain).toPlainString());
  }

  /** The registry does not renew on command: the renewal is ordered by the mode. */
  @BothReadings(alwaysBoth = true)
  void aRenewalThatIsOnlyOrderedIsChargedOnTheRenewalDate(String profile) {
    stories.profile(profile);
    String domain = renewedByMode("P20D");
    JsonNode said = tried("RENEW", domain, ", 'period': '1Y', 'expires': '" + in("P20D") + "'");
    assertThat(said.get("steps").toString())
        .contains("charges the account for it on " + in("P55D"), "by today's price 12.00 EUR")
        .doesNotContain("paid now");
    assertThat(said.get("warnings").toString()).contains("Nothing is charged now", "sufficient");
    String reference = stories.placeRenewal(domain, "1Y", in("P20D").toString(), "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(day(order)).isEqualTo(in("P20D").plusYears(1));
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(order.at("/outcome/remark").asText())
        .contains("ordered", "charges the account for it on " + in("P55D"));
    assertThat(spent(domain)).isEqualByComparingTo("0.00");
    assertThat(shown(domain).at("/renewal/paid").asBoolean(true)).isFalse();
    JsonNode again =
        tried("RENEW", domain, ", 'period': '1Y', 'expires': '" + in("P20D") + "'").get("wouldEnd");
    assertThat(again.get("reason").asText()).isEqualTo("ALREADY_RENEWED");
    assertThat(again.get("message").asText())
        .contains("ordered already", "charges the account for it on " + in("P55D"));

    assertThatThePriceIsTold(reference, () -> stories.advance("P60D"));
    JsonNode later = stories.get(reference);
    assertThat(spent(domain)).isEqualByComparingTo("12.00");
    assertThat(later.get("charged").asText()).isEqualTo("YES");
    assertThat(later.at("/price/amount").asText()).isEqualTo("12.00");
    assertThat(later.at("/price/booked").asBoolean()).isTrue();
    assertThat(later.at("/outcome/remark").asText()).contains("has charged the account");
  }

  private void assertThatThePriceIsTold(String reference, Runnable charge) {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      String webhook =
          billing
              .post(
                  "/api/v1/webhooks",
                  "{'url': '%s', 'types': ['order.price_corrected']}".formatted(receiver.url()))
              .body()
              .get("id")
              .asText();
      charge.run();
      await()
          .until(
              () -> receiver.received().stream().anyMatch(told -> told.body().contains(reference)));
      billing.delete("/api/v1/webhooks/" + webhook);
    }
  }

  /** All of them state the end of the paid time after the charge of the ordered renewal. */
  @BothReadings(alwaysBoth = true)
  void ordersAfterAnOrderedRenewalAgreeAboutTheEnd(String profile) {
    stories.profile(profile);
    String domain = renewedByMode("P20D");
    LocalDate end = in("P20D").plusYears(1);
    stories.awaitStatus(stories.placeRenewal(domain, "1Y", in("P20D").toString(), ""), "COMPLETED");

    for (String operation : List.of("UPDATE", "SUSPEND", "CANCEL")) {
      String more = operation.equals("UPDATE") ? ", 'transferLock': false" : "";
      String reference = stories.placePlain(operation, domain, more);
      assertThat(day(stories.awaitStatus(reference, "COMPLETED"))).as(operation).isEqualTo(end);
    }
  }

  @BothReadings(alwaysBoth = true)
  void whatANameDoesAtItsEndReplacesTheDateOfItsDeletion(String profile) {
    stories.profile(profile);
    String domain = ours("P20D", "AUTOEXPIRE");
    stories.awaitStatus(
        stories.placePlain("UPDATE", domain, ", 'renewalMode': 'AUTOEXPIRE'"), "COMPLETED");
    assertThat(shown(domain).at("/dates/failure").isNull()).isFalse();

    stories.awaitStatus(
        stories.placePlain("UPDATE", domain, ", 'renewalMode': 'AUTORENEW'"), "COMPLETED");
    stories.advance("P60D");

    JsonNode shown = refreshed(domain);
    assertThat(shown.at("/dates/failure").isNull()).isTrue();
    assertThat(utc(shown.at("/dates/expires/at"))).isEqualTo(in("-P40D").plusYears(1));
    assertThat(utc(shown.at("/renewal/renewableUntil")))
        .isEqualTo(in("-P40D").plusYears(1).plusDays(35));
  }

  private JsonNode refreshed(String domain) {
    Answer answer =
        stories
            .operator()
            .post("/api/v1/domains/" + domain + "/refresh?account=" + stories.account(), "");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private static LocalDate utc(JsonNode time) {
    return Instant.parse(time.asText()).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private JsonNode shown(String domain) {
    return stories
        .operator()
        .get("/api/v1/domains/" + domain + "?account=" + stories.account())
        .body();
  }

  /** A name that a delayed list does not show yet is not lost. */
  @Test
  void aNameThatWasJustDeletedIsRestoredOnceTheListShowsIt() {
    String domain = ours("P200D", "AUTOEXPIRE");
    stories.listsLate("PT10M");
    try {
      stories.awaitStatus(
          stories.placePlain("DELETE", domain, ", 'confirmDomain': '" + domain + "'"), "COMPLETED");
      JsonNode early = stories.awaitStatus(stories.placePlain("RESTORE", domain, ENOUGH), "FAILED");
      assertThat(early.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
      assertThat(early.at("/failure/message").asText()).contains("is deleted", "Order again");
    } finally {
      stories.listsLate("PT0S");
    }
    stories.awaitWaitingFor(stories.placePlain("RESTORE", domain, ENOUGH), "RESTORE_AT_REGISTRY");
  }

  /** Setting a mode that renews would buy a year, and the order is announced as free. */
  @BothReadings(alwaysBoth = true)
  void aSuspensionIsNotUndoneWhereThatWouldRenewTheName(String profile) {
    stories.profile(profile);
    String domain = ours("P2D", "AUTORENEW");
    stories.awaitStatus(stories.placePlain("SUSPEND", domain, ""), "COMPLETED");
    stories.advance("P40D");

    JsonNode order = stories.awaitStatus(stories.placePlain("UNSUSPEND", domain, ""), "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("EXPIRED");
    assertThat(order.at("/failure/message").asText()).contains("Order a RENEW");
    assertThat(spent(domain)).isEqualByComparingTo("0.00");
  }

  /** A name that is not deleted cannot be restored, and one about to be deleted is not set up. */
  private void assertThatARenewalIsAdvised(String domain) {
    Map<String, String> orders =
        Map.of(
            "UPDATE", ", 'transferLock': false",
            "AUTH_CODE", "",
            "RESTORE", ENOUGH);
    orders.forEach(
        (operation, more) -> {
          JsonNode end = tried(operation, domain, more).get("wouldEnd");
          assertThat(end.get("reason").asText())
              .isEqualTo(operation.equals("RESTORE") ? "NOT_DELETED" : "EXPIRED");
          assertThat(end.get("message").asText())
              .contains("deletes it soon unless it is renewed", "Order a RENEW")
              .doesNotContain("Restore it");
        });
    for (String operation : List.of("SUSPEND", "CANCEL")) {
      assertThat(tried(operation, domain, "").get("warnings").toString())
          .contains("deletes it soon unless it is renewed");
    }
  }

  /** A name in a zone that does not renew on command. */
  private String renewedByMode(String expires) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P900D', 'expires': '%s', 'renewalMode': 'AUTOEXPIRE',"
                .formatted(domain, expires)
            + " 'zone': {'explicitRenewal': false}}");
    return domain;
  }

  private JsonNode tried(String operation, String domain, String more) {
    Answer answer =
        stories
            .operator()
            .post(
                "/api/v1/orders?dryRun=true",
                "{'reference': 'D-%s', 'operation': '%s', 'account': '%s', 'domain': '%s' %s}"
                    .formatted(domain, operation, stories.account(), domain, more));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private String restore(String domain, String mode) {
    String reference =
        stories.placePlain("RESTORE", domain, ENOUGH + ", 'renewalMode': '" + mode + "'");
    stories.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    return reference;
  }

  private String ours(String expires, String mode) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P900D', 'expires': '%s', 'renewalMode': '%s'}"
            .formatted(domain, expires, mode));
    return domain;
  }

  private LocalDate in(String period) {
    return Instant.parse(stories.now())
        .plus(Duration.parse(period + "T0S"))
        .atOffset(ZoneOffset.UTC)
        .toLocalDate();
  }

  private static LocalDate day(JsonNode order) {
    return utc(order.at("/outcome/expiresAt"));
  }

  private List<String> commands(String domain) {
    return stories.ledger(domain).stream().map(entry -> entry.get("command").asText()).toList();
  }

  private JsonNode last(String domain) {
    List<JsonNode> entries = stories.ledger(domain);
    return entries.get(entries.size() - 1);
  }

  private BigDecimal spent(String domain) {
    return stories.ledger(domain).stream()
        .map(entry -> new BigDecimal(entry.get("charged").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
