package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.WebhookReceiver.Received;
import io.domainflow.build.AtCnr;
import io.domainflow.build.BothReadings;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of {@link AccountNamesTest} with an account at CentralNic Reseller. */
@AtCnr
class AccountNamesAtCnrTest extends AccountNamesTest {

  private final int port;

  @Autowired
  AccountNamesAtCnrTest(@LocalServerPort int port, JdbcClient jdbc) {
    super(port, jdbc);
    this.port = port;
  }

  @BothReadings
  void correctsARenewalThatWasOnlyOrderedWhenTheNameIsDeletedForWantOfCredit(String profile) {
    checks.begin(profile);
    String domain = Registrations.freshName("com");
    String reference = renewalOrdered(domain, "P20D");
    String end = account.domain(domain).at("/dates/expires/at").asText();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Caller billing = new Caller(port, "billing");
      String webhook =
          billing
              .post(
                  "/api/v1/webhooks",
                  "{'url': '%s', 'types': ['order.outcome_corrected']}".formatted(receiver.url()))
              .body()
              .get("id")
              .asText();
      checks
          .registrations()
          .account("{'login': 'test.user', 'balance': '1.00', 'creditLimit': '0.00'}");
      checks.registrations().advance("P56D");
      checks.nextDay();
      checks.nextDay();

      JsonNode order = checks.registrations().get(reference);
      assertThat(account.domain(domain).get("status").asText()).isEqualTo("DELETED");
      assertThat(order.at("/outcome/remark").asText())
          .contains("is not carried out", "nothing was charged", "is deleted")
          .doesNotContain("charges the account");
      assertThat(order.at("/outcome/expiresAt").asText()).isEqualTo(end);
      assertThat(order.get("charged").asText()).isEqualTo("NO");
      checks.nextDay();
      billing.post("/api/v1/webhooks/" + webhook + "/test", "");
      Awaitility.await().until(() -> receiver.received().toString().contains("webhook.test"));
      assertThat(receiver.received())
          .filteredOn(received -> received.body().contains("order.outcome_corrected"))
          .singleElement()
          .extracting(Received::body, STRING)
          .contains(reference, "is not carried out");
      billing.delete("/api/v1/webhooks/" + webhook);
      assertThat(account.domain(domain).at("/renewal/paid").asBoolean(true)).isFalse();
    } finally {
      checks.registrations().account("{'login': 'test.user', 'balance': '1000000.00'}");
    }
  }

  /** A restore sets its own mode, and the renewal is no longer ordered. */
  @BothReadings
  void correctsARenewalThatWasOnlyOrderedWhenARestoreHasReplacedIt(String profile) {
    checks.begin(profile);
    String domain = Registrations.freshName("com");
    String reference = renewalOrdered(domain, "P200D");
    String end = account.domain(domain).at("/dates/expires/at").asText();
    checks.nextDay();
    assertThat(checks.registrations().get(reference).at("/outcome/remark").asText())
        .as("as long as it is ordered")
        .contains("charges the account");

    checks.registrations().happen(domain, "DELETED_ELSEWHERE");
    String restored =
        checks
            .registrations()
            .placePlain(
                "RESTORE",
                domain,
                ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'},"
                    + " 'renewalMode': 'AUTOEXPIRE'");
    checks.registrations().awaitWaitingFor(restored, "RESTORE_AT_REGISTRY");
    checks.registrations().advance("P4D");
    checks.registrations().awaitStatus(restored, "COMPLETED");
    checks.nextDay();

    JsonNode order = checks.registrations().get(reference);
    assertThat(order.at("/outcome/remark").asText())
        .contains("is not carried out", "renewal mode of the name was changed");
    assertThat(order.at("/outcome/expiresAt").asText()).isEqualTo(end);
    assertThat(account.domain(domain).at("/renewal/paid").asBoolean(true)).isFalse();
  }

  /** The mode was changed in the panel, and changed back before the registrar renewed the name. */
  @Test
  void takesBackTheCorrectionOfARenewalThatIsChargedAfterAll() {
    checks.begin("A");
    String domain = Registrations.freshName("com");
    String reference = renewalOrdered(domain, "P20D");
    String end = account.domain(domain).at("/dates/expires/at").asText();
    checks.registrations().happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTOEXPIRE");
    Awaitility.await()
        .untilAsserted(
            () -> {
              checks.nextDay();
              assertThat(checks.registrations().get(reference).at("/outcome/expiresAt").asText())
                  .isEqualTo(end);
            });

    checks.registrations().happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");
    checks.registrations().advance("P60D");

    JsonNode order =
        checks
            .registrations()
            .await(reference, found -> found.get("charged").asText().equals("YES"));
    assertThat(order.at("/outcome/remark").asText()).doesNotContain("is not carried out");
    assertThat(Instant.parse(order.at("/outcome/expiresAt").asText()))
        .isAfter(Instant.parse(end).plus(Duration.ofDays(360)));
  }

  /** A renewal of a name in a zone that does not renew on command. */
  private String renewalOrdered(String domain, String in) {
    checks
        .registrations()
        .registry(
            "{'domain': '%s', 'owner': 'OURS', 'age': 'P900D', 'expires': '%s',"
                    .formatted(domain, in)
                + " 'renewalMode': 'AUTOEXPIRE', 'zone': {'explicitRenewal': false}}");
    String day =
        Instant.parse(checks.registrations().now())
            .plus(Duration.parse(in + "T0S"))
            .toString()
            .substring(0, "2026-01-01".length());
    String reference = checks.registrations().placeRenewal(domain, "1Y", day, "");
    checks.registrations().awaitStatus(reference, "COMPLETED");
    return reference;
  }
}
