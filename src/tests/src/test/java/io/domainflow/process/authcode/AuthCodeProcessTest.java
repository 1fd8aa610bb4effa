package io.domainflow.process.authcode;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.authcode.AuthCodeStories.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ways of AuthCodeProcess.bpmn to a code: read, made or mailed by the registry, with the lock
 * opened and set again, or not available yet. {@link AuthCodeApprovalTest} covers thieves, {@link
 * AuthCodeHandoverTest} who gets the code.
 */
@DomainflowTest
class AuthCodeProcessTest {

  private static final String CONSENT =
      "{'side': '%s', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'}";

  private final JdbcClient jdbc;
  private final Registrations stories;
  private final AuthCodeStories codes;
  private final Caller billing;

  @Autowired
  AuthCodeProcessTest(@LocalServerPort int port, RegistrarGateway gateway, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.stories = new Registrations(port);
    this.codes = new AuthCodeStories(stories, gateway);
    this.billing = new Caller(port, "billing");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @Test
  void makesACodeWhereThereIsNoneEvenIfAnAnswerIsLost() {
    String domain = codes.here("com", ", 'authCode': ''");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = codes.place(domain, "");

    codes.done(reference);

    assertThat(read(billing, reference).body().get("authCode").asText()).isNotEmpty();
  }

  @BothReadings(alwaysBoth = true)
  void opensTheLockOnlyIfThatIsOrderedAndSetsItAgain(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", ", 'transferLock': true");

    JsonNode locked = stories.awaitStatus(codes.place(domain, ""), "FAILED");
    assertThat(locked.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(locked.at("/failure/until").isNull()).isTrue();
    assertThat(locked.at("/failure/message").asText())
        .contains("locked against transfers", "nothing was bought");
    assertThat(stories.ledger(domain)).isEmpty();

    JsonNode order = codes.done(codes.place(domain, ", 'unlock': true"));
    assertThat(order.at("/outcome/remark").asText()).contains("set again on");
    assertThat(codes.changes(domain))
        .hasSize(1)
        .first()
        .asString()
        .containsIgnoringCase("transferlock");
    assertThat(order.at("/ordered/unlock").asBoolean()).isTrue();

    stories.advance("P13D");
    assertThat(codes.changes(domain)).hasSize(1);
    stories.advance("P2D");
    assertThat(codes.changes(domain))
        .hasSize(2)
        .last()
        .asString()
        .containsIgnoringCase("transferlock=1");
    assertThat(stories.timeline(order.get("reference").asText()))
        .containsSubsequence(
            "The transfer lock was opened.",
            "The registrant was told by mail that an auth code was issued.",
            "The transfer lock was set again.");
  }

  @Test
  @OnlyAtIspapi("changes of registrants are not offered at the other platform yet")
  void namesTheDayOnWhichTheLockOfAChangeOfRegistrantEnds() {
    String domain = codes.here("com", ", 'zone': {'registrantChangeBy': 'ICANN-TRADE'}");
    stories.awaitStatus(
        stories.placeChange(
            domain,
            ", 'registrantChangeMode': 'LOCK_AT_ONCE',"
                + " 'acceptPrice': {'amount': '100.00', 'currency': 'EUR'}, 'consents': ["
                + CONSENT.formatted("NEW")
                + ","
                + CONSENT.formatted("PRIOR")
                + "]"),
        "COMPLETED");

    JsonNode failed = stories.awaitStatus(codes.place(domain, ", 'unlock': true"), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(Instant.parse(failed.at("/failure/until").asText()))
        .isAfter(Instant.parse(stories.now()).plus(Duration.ofDays(58)));
    assertThat(failed.at("/failure/message").asText()).contains("until", "Order again after");
  }

  @BothReadings(alwaysBoth = true)
  void hasTheRegistryMakeACodeThatEndsByItself(String profile) {
    stories.profile(profile);
    String domain = codes.here("de", "");
    String reference = codes.place(domain, "");

    JsonNode order = codes.done(reference);

    assertThat(order.at("/outcome/code").asText()).isEqualTo("AUTH_CODE_ISSUED");
    Instant end = Instant.parse(order.at("/outcome/validUntil").asText());
    assertThat(end).isAfter(Instant.parse(stories.now()).plus(Duration.ofDays(20)));
    Answer read = read(billing, reference);
    assertThat(read.body().get("authCode").asText()).isNotEmpty();
    assertThat(Instant.parse(read.body().get("validUntil").asText())).isEqualTo(end);
  }

  @BothReadings(alwaysBoth = true)
  @OnlyAtIspapi("the other platform has every code made at the registry")
  void saysThatTheRegistryMailsTheCodeToTheHolder(String profile) {
    stories.profile(profile);
    String domain = codes.here("at", "");
    String reference = codes.place(domain, "");

    JsonNode order = codes.done(reference);

    assertThat(order.at("/outcome/code").asText()).isEqualTo("AUTH_CODE_MAILED");
    assertThat(order.at("/outcome/remark").asText()).contains("mails the auth code");
    Answer read = read(billing, reference);
    assertThat(read.status()).isEqualTo(409);
    assertThat(read.body().get("detail").asText()).contains("holder");
    assertThat(codes.done(codes.place(domain, "")).at("/outcome/code").asText())
        .isEqualTo("AUTH_CODE_MAILED");
  }

  @Test
  @OnlyAtIspapi("makes codes with the command that is said to have done nothing here")
  void waitsForACodeThatIsNotThereAndGivesUpInTime() {
    String domain = withoutCode();
    String reference = codes.place(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(stories.agreed(reference), "AUTH_CODE_AT_REGISTRY");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(stories.cancel(reference).status()).isEqualTo(409);
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'authCode': 'late-code-1'}".formatted(domain));
    stories.advance("PT1H");
    codes.done(reference);
    assertThat(read(billing, reference).body().get("authCode").asText()).isEqualTo("late-code-1");

    String overdue = codes.place(withoutCode(), "");
    stories.awaitWaitingFor(stories.agreed(overdue), "AUTH_CODE_AT_REGISTRY");
    stories.advance("P2D");
    JsonNode failed = stories.awaitStatus(overdue, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(failed.at("/failure/message").asText()).contains("nothing was bought");
  }

  @Test
  void saysWhatStandsInTheWay() {
    assertThat(failure(freshName("com"))).isEqualTo("NOT_REGISTERED");
    String leaving = codes.here("com", "");
    stories.happen(leaving, "OUTGOING_REQUESTED");
    String until =
        Instant.parse(stories.now())
            .plus(Duration.ofDays(5))
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();
    known(leaving, until);
    JsonNode failed = stories.awaitStatus(codes.place(leaving, ""), "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(failed.at("/failure/message").asText())
        .contains("already under way; it is decided by ");
    assertThat(Instant.parse(failed.at("/failure/until").asText())).isEqualTo(until);

    String young = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P10D', 'expires': 'P300D'}".formatted(young));
    JsonNode done = codes.done(codes.place(young, ""));
    assertThat(done.at("/outcome/remark").asText()).contains("registered lately", "may be refused");
  }

  @Test
  void setsTheLockAgainIfTheRegistrarRefusesTheCode() {
    String domain = codes.here("com", ", 'transferLock': true, 'authCode': ''");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    JsonNode failed =
        stories.awaitStatus(stories.agreed(codes.place(domain, ", 'unlock': true")), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("REGISTRAR_REFUSED");
  }

  @BothReadings
  void theRegistryMayKeepAName(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", "");
    stories.happen(domain, "HOLD");

    JsonNode failed = stories.awaitStatus(codes.place(domain, ""), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(failed.at("/failure/message").asText()).contains("serverTransferProhibited");
  }

  @Test
  @OnlyAtIspapi("makes codes with the command that is said to have done nothing here")
  void endsWithTheNameThatLeavesBeforeTheRegistryHasMadeACode() {
    String domain = withoutCode();
    String reference = codes.place(domain, "");
    stories.awaitWaitingFor(stories.agreed(reference), "AUTH_CODE_AT_REGISTRY");
    stories.happen(domain, "TRANSFERRED_AWAY");
    stories.advance("PT2H");

    JsonNode failed = stories.awaitStatus(reference, "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
  }

  @BothReadings
  void cannotBeCancelledWhileTheLockMayBeOpen(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", ", 'transferLock': true");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.agreed(codes.place(domain, ", 'unlock': true"));
    stories.await(reference, found -> codes.isOpen(domain));

    assertThat(stories.cancel(reference).status()).isEqualTo(409);

    stories.await(
        reference,
        found -> {
          stories.advance("PT10M");
          return found.at("/status").asText().equals("COMPLETED");
        });
    stories.advance("P15D");
    assertThat(codes.isOpen(domain)).isFalse();
  }

  /** A name without a code, for which the registrar claims to have created one. */
  private String withoutCode() {
    String domain = codes.here("com", ", 'authCode': ''");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    return domain;
  }

  /** The watch of transfers has detected a request for the name. */
  private void known(String domain, String executesAt) {
    jdbc.sql(
            """
            insert into outgoing_transfer (id, account, domain, found_at, to_other_account,
              executes_at, state)
            values (gen_random_uuid(), :account, :domain, cast(:at as timestamptz), false,
              cast(:at as timestamptz), 'OPEN')
            """)
        .param("account", stories.account())
        .param("domain", domain)
        .param("at", executesAt)
        .update();
  }

  private String failure(String domain) {
    return stories.awaitStatus(codes.place(domain, ""), "FAILED").at("/failure/reason").asText();
  }
}
