package io.domainflow.process.outgoingtransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.BothReadings;
import io.domainflow.order.domain.DepartedDomains;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A request is open as long as the registry waits, until the registrar shows that it was withdrawn,
 * replaced or carried out; a list that is refused or misses it shows nothing.
 */
class OutgoingTransferRequestTest extends OutgoingTransferStage {

  private static final Duration A_QUARTER = Duration.ofMinutes(15);

  @Autowired
  OutgoingTransferRequestTest(@LocalServerPort int port, JdbcClient jdbc, DepartedDomains gone) {
    super(port, jdbc, gone);
  }

  @BothReadings
  void isAskedAsLongAsTheRegistryWaits(String profile) {
    registrations.profile(profile);
    registrations.fault(
        "{'command': 'QueryDomainRepositoryInfo', 'fault': 'CODE_541', 'times': 1000}");
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'transferPending': 'P9D'}}".formatted(domain));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    String asked = task(domain).get("id").asText();

    // longer than the computed time, with checks
    registrations.advance("P5D");
    registrations.advance("PT3H");
    news(domain);

    assertThat(task(domain).get("id").asText()).isEqualTo(asked);
    assertThat(page(linkIn(domain))).as("the holder, too").contains("Keep the domain here");
    denies(domain, "HOLDER_OBJECTS", "A letter.");
    ended(domain, "STAYED");
  }

  @BothReadings
  void aListThatIsRefusedAfterAComputedDateEndsNothing(String profile) {
    registrations.profile(profile);
    registrations.fault(
        "{'command': 'QueryDomainRepositoryInfo', 'fault': 'CODE_541', 'times': 1000}");
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'transferPending': 'P9D'}}".formatted(domain));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    String asked = task(domain).get("id").asText();

    registrations.fault(
        "{'command': '%s', 'fault': 'CODE_541', 'times': 1000}"
            .formatted(registrations.atCnr() ? "QueryForeignTransferList" : "QueryDomainList"));
    registrations.advance("P5D");
    registrations.advance("P2D");
    registrations.noFaults();
    registrations.advance(A_WATCH);

    assertThat(task(domain).get("id").asText()).isEqualTo(asked);
    assertThat(states(domain)).containsExactly("OPEN");
  }

  /**
   * The registrar has accepted the approval, and shows neither the request nor the name's
   * departure.
   */
  private String approvedAndNoLongerShown() {
    String domain = wanted();
    registrations.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    approves(domain);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(given(domain)).anyMatch(answer -> answer.get("sentAt").isTextual()));
    registrations.happen(domain, "OUTGOING_WITHDRAWN");
    registrations.advance(A_WATCH);
    return domain;
  }

  @BothReadings
  void whatWasApprovedMayTakeAWhileToLeave(String profile) {
    registrations.profile(profile);
    String domain = approvedAndNoLongerShown();
    noTask(domain);
    assertThat(states(domain)).containsExactly("OPEN");

    registrations.happen(domain, "TRANSFERRED_AWAY");
    registrations.advance("PT6M");

    ended(domain, "GONE");
    assertThat(domain(domain).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
  }

  @BothReadings
  void whatWasApprovedAndIsHereADayLaterHasStayed(String profile) {
    registrations.profile(profile);
    String domain = approvedAndNoLongerShown();

    registrations.advance("PT23H");
    assertThat(states(domain)).containsExactly("OPEN");
    registrations.advance("PT2H");

    ended(domain, "STAYED");
    assertThat(domain(domain).get("status").asText()).isEqualTo("ACTIVE");
  }

  @BothReadings
  void aListThatMissesItEndsNothing(String profile) {
    registrations.profile(profile);
    String domain = wanted();
    String asked = task(domain).get("id").asText();
    registrations.fault(
        "{'command': '%s', 'fault': 'CODE_200', 'times': 1000}"
            .formatted(registrations.atCnr() ? "QueryForeignTransferList" : "QueryDomainList"));

    registrations.advance(A_WATCH);
    registrations.noFaults();

    assertThat(task(domain).get("id").asText()).isEqualTo(asked);
    assertThat(states(domain)).containsExactly("OPEN");
  }

  @Test
  void isFoundInAnAccountNoneOfWhoseNamesWasRead() {
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    registrations.happen(domain, "OUTGOING_REQUESTED");

    registrations.advance(A_WATCH);

    assertThat(tasks()).hasSize(1);
  }

  @Test
  void aListThatIsRefusedEndsNoWatch() {
    registrations.fault(
        "{'command': '%s', 'fault': 'CODE_541', 'times': 1000}"
            .formatted(registrations.atCnr() ? "QueryForeignTransferList" : "QueryDomainList"));
    String domain = wanted();
    noTask(domain);

    registrations.noFaults();
    registrations.advance(A_WATCH);

    assertThat(task(domain)).isNotNull();
  }

  @Test
  void isAskedAnewIfTheRegistrarStatesAnotherDate() {
    assumeTrue(registrations.atCnr(), "the other platform states none");
    String domain = wanted();
    String first = task(domain).get("id").asText();
    String goesAt = shown(domain, "goesAt");
    jdbc.sql(
            """
            update outgoing_transfer set executes_at = executes_at - interval '2 days'
            where domain = :domain
            """)
        .param("domain", domain)
        .update();

    registrations.advance(A_WATCH);

    Awaitility.await()
        .untilAsserted(() -> assertThat(task(domain).get("id").asText()).isNotEqualTo(first));
    assertThat(shown(domain, "goesAt")).isEqualTo(goesAt);
    assertThat(states(domain)).containsExactly("OPEN");
  }

  private void news(String domain) {
    Answer told =
        admin.post(
            "/engine-rest/message",
            "{'messageName': 'Msg_OutgoingTransferNews', 'businessKey': '%s:%s', 'all': true}"
                .formatted(registrations.account(), domain));
    assertThat(told.status()).as("%s", told.body()).isBetween(200, 299);
    registrations.advance("PT1M");
  }

  @BothReadings
  void followsTheTimeOfTheRegistry(String profile) {
    assumeTrue(
        !registrations.atCnr() || profile.equals("A"),
        "in the other reading CentralNic Reseller states neither a date nor a period");
    registrations.profile(profile);
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'transferPending': 'P9D'}}".formatted(domain));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(
            jdbc.sql(
                    """
                    select round(extract(epoch from executes_at - found_at) / 86400)
                    from outgoing_transfer where domain = :domain
                    """)
                .param("domain", domain)
                .query(Integer.class)
                .single())
        .isEqualTo(9);
  }

  @BothReadings
  void isAskedNoLongerOnceTheRequestIsWithdrawn(String profile) {
    registrations.profile(profile);
    String domain = wanted();
    assertThat(task(domain)).isNotNull();

    registrations.happen(domain, "OUTGOING_WITHDRAWN");
    registrations.advance(A_WATCH);

    ended(domain, "STAYED");
    assertThat(domain(domain).get("status").asText()).isEqualTo("ACTIVE");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    assertThat(task(domain)).as("it is wanted again").isNotNull();
  }

  @BothReadings
  void anotherRequestIsAnotherOne(String profile) {
    registrations.profile(profile);
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.transfer_out_requested']}"
                  .formatted(receiver.url()));
      String domain = registered();
      justAfterAWatch();
      requestedBy(domain, "First Ltd.");
      String first = task(domain).get("id").asText();
      String link = linkIn(domain);

      registrations.happen(domain, "OUTGOING_WITHDRAWN");
      registrations.advance("PT1M");
      requestedBy(domain, "Second Ltd.");

      assertThat(task(domain).get("id").asText()).isNotEqualTo(first);
      assertThat(shown(domain, "wantedBy")).isEqualTo("Second Ltd.");
      assertThat(page(link)).contains("The request was withdrawn");
      assertThat(linkIn(domain)).isNotEqualTo(link);
      assertThat(states(domain)).containsExactly("STAYED", "OPEN");
      Awaitility.await().until(() -> receiver.received().size() >= 2);

      // it was denied, and somebody else asks before anybody looks
      denies(domain, "HOLDER_OBJECTS", "A letter.");
      Awaitility.await().untilAsserted(() -> assertThat(answers(domain)).hasSize(1));
      requestedBy(domain, "Third Ltd.");
      assertThat(shown(domain, "wantedBy")).isEqualTo("Third Ltd.");
      assertThat(states(domain)).containsExactly("STAYED", "STAYED", "OPEN");
      denies(domain, "HOLDER_OBJECTS", "A letter.");
      ended(domain, "STAYED");
      billing.delete("/api/v1/webhooks/" + added.body().get("id").asText());
    }
  }

  @Test
  void anAnswerIsNotGivenToAnotherRequest() {
    String approved = registered();
    String denied = registered();
    for (String domain : List.of(approved, denied)) {
      happensBy(domain, "First Ltd.");
    }
    registrations.advance(A_WATCH);
    answerDoesNotArrive(approved, () -> approves(approved));
    answerDoesNotArrive(denied, () -> denies(denied, "FRAUD", "A letter."));

    registrations.happen(approved, "OUTGOING_WITHDRAWN");
    registrations.happen(denied, "OUTGOING_WITHDRAWN");
    registrations.advance("PT1M");
    for (String domain : List.of(approved, denied)) {
      happensBy(domain, "Second Ltd.");
    }
    registrations.noFaults();

    for (String domain : List.of(approved, denied)) {
      Awaitility.await()
          .untilAsserted(
              () -> {
                registrations.advance("PT1M");
                assertThat(shown(domain, "wantedBy")).isEqualTo("Second Ltd.");
              });
      assertThat(states(domain)).containsExactly("STAYED", "OPEN");
      assertThat(answers(domain)).isEmpty();
      assertThat(given(domain)).as("of the second request").isEmpty();
    }
    approves(approved);
    ended(approved, "GONE");
    denies(denied, "HOLDER_OBJECTS", "A letter.");
    ended(denied, "STAYED");
  }

  @BothReadings
  void anApprovalWhoseAnswerIsLostWasGiven(String profile) {
    registrations.profile(profile);
    String domain = wanted();
    registrations.fault(
        "{'command': 'TransferDomain', 'fault': 'RESET_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    approves(domain);

    Awaitility.await()
        .untilAsserted(
            () -> {
              registrations.advance("PT5M");
              assertThat(state(domain)).isEqualTo("GONE");
            });
    ended(domain, "GONE");
    assertThat(domain(domain).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
  }

  @Test
  void anApprovalIsNotSentIfTheListIsRefused() {
    String domain = wanted();
    String first = task(domain).get("id").asText();
    registrations.fault(
        "{'command': '%s', 'fault': 'CODE_541', 'times': 1000}"
            .formatted(registrations.atCnr() ? "QueryForeignTransferList" : "QueryDomainList"));

    approves(domain);

    Awaitility.await()
        .untilAsserted(() -> assertThat(task(domain).get("id").asText()).isNotEqualTo(first));
    assertThat(shown(domain, "problem")).contains("the approval was not sent now");
    assertThat(answers(domain)).isEmpty();
    registrations.noFaults();
    approves(domain);
    ended(domain, "GONE");
  }

  /** Watches are at even quarters of an hour: the next one is almost that far away. */
  private void justAfterAWatch() {
    long seconds = Instant.parse(registrations.now()).getEpochSecond();
    registrations.advance(A_QUARTER.minusSeconds(seconds % A_QUARTER.toSeconds() - 1).toString());
  }

  private void requestedBy(String domain, String registrar) {
    happensBy(domain, registrar);
    registrations.advance(A_WATCH);
  }

  private void happensBy(String domain, String registrar) {
    Answer happened =
        admin.post(
            "/sandbox/happen",
            "{'platform': '%s', 'domain': '%s', 'what': 'OUTGOING_REQUESTED', 'registrar': '%s'}"
                .formatted(registrations.atCnr() ? "CNR" : "ISPAPI", domain, registrar));
    assertThat(happened.status()).as("%s", happened.body()).isBetween(200, 299);
  }

  private List<String> states(String domain) {
    return jdbc.sql("select state from outgoing_transfer where domain = :domain order by found_at")
        .param("domain", domain)
        .query(String.class)
        .list();
  }
}
