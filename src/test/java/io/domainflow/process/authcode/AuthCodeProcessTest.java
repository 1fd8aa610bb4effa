package io.domainflow.process.authcode;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of AuthCodeProcess.bpmn, from the viewpoint of callers, approvers and thieves. */
@DomainflowTest
class AuthCodeProcessTest {

  private static final String CONSENT =
      "{'side': '%s', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'}";

  private static final Pattern LINK = Pattern.compile("/holder/[A-Za-z0-9_-]+");

  private final int port;
  private final RegistrarGateway gateway;
  private final RegistrantMailAddresses registrants;
  private final JdbcClient jdbc;
  private final Registrations stories;
  private final Caller billing;
  private final Caller billing2;
  private final Caller operator;
  private final Caller approver;

  @Autowired
  AuthCodeProcessTest(
      @LocalServerPort int port,
      RegistrarGateway gateway,
      RegistrantMailAddresses registrants,
      JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.port = port;
    this.gateway = gateway;
    this.registrants = registrants;
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void readsTheCodeAndHandsItOverOnce(String profile) {
    stories.profile(profile);
    String domain = here("com", ", 'authCode': 'canary-code-4711'");
    String reference = place(domain, "");

    JsonNode order = done(reference);

    assertThat(order.at("/outcome/code").asText()).isEqualTo("AUTH_CODE_ISSUED");
    assertThat(order.at("/outcome/validUntil").isNull()).isTrue();
    assertThat(order.at("/charged").asText()).isEqualTo("NO");
    assertThat(order.toString()).doesNotContain("canary-code-4711");
    assertThat(order.at("/outcome/remark").asText()).contains("can be read once, until ");
    Answer ofAnother = read(operator, reference);
    assertThat(ofAnother.status()).isEqualTo(403);
    assertThat(ofAnother.body().get("detail").asText()).contains("Nothing was handed over");
    assertThat(read(billing2, reference).status()).isEqualTo(404);

    Answer first = read(billing, reference);
    assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
    assertThat(first.body().get("authCode").asText()).isEqualTo("canary-code-4711");
    assertThat(first.response().headers().firstValue("Cache-Control")).hasValue("no-store");
    stories.advance("PT9M");
    assertThat(read(billing, reference).body().get("authCode").asText())
        .isEqualTo("canary-code-4711");
    stories.advance("PT2M");
    Answer late = read(billing, reference);
    assertThat(late.status()).isEqualTo(410);
    assertThat(late.body().get("detail").asText())
        .contains("nobody reads is deleted on the day", "Order the code again");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @Test
  void makesACodeWhereThereIsNoneEvenIfAnAnswerIsLost() {
    String domain = here("com", ", 'authCode': ''");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, "");

    done(reference);

    assertThat(read(billing, reference).body().get("authCode").asText()).isNotEmpty();
  }

  @BothReadings(alwaysBoth = true)
  void opensTheLockOnlyIfThatIsOrderedAndSetsItAgain(String profile) {
    stories.profile(profile);
    String domain = here("com", ", 'transferLock': true");

    JsonNode locked = stories.awaitStatus(place(domain, ""), "FAILED");
    assertThat(locked.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(locked.at("/failure/until").isNull()).isTrue();
    assertThat(locked.at("/failure/message").asText())
        .contains("locked against transfers", "nothing was bought");
    assertThat(stories.ledger(domain)).isEmpty();

    JsonNode order = done(place(domain, ", 'unlock': true"));
    assertThat(order.at("/outcome/remark").asText()).contains("set again on");
    assertThat(changes(domain)).hasSize(1).first().asString().containsIgnoringCase("transferlock");
    assertThat(order.at("/ordered/unlock").asBoolean()).isTrue();

    stories.advance("P13D");
    assertThat(changes(domain)).hasSize(1);
    stories.advance("P2D");
    assertThat(changes(domain)).hasSize(2).last().asString().containsIgnoringCase("transferlock=1");
    assertThat(stories.timeline(order.get("reference").asText()))
        .containsSubsequence(
            "The transfer lock was opened.",
            "The registrant was told by mail that an auth code was issued.",
            "The transfer lock was set again.");
  }

  @Test
  @OnlyAtIspapi("changes of registrants are not offered at the other platform yet")
  void namesTheDayOnWhichTheLockOfAChangeOfRegistrantEnds() {
    String domain = here("com", ", 'zone': {'registrantChangeBy': 'ICANN-TRADE'}");
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

    JsonNode failed = stories.awaitStatus(place(domain, ", 'unlock': true"), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(Instant.parse(failed.at("/failure/until").asText()))
        .isAfter(Instant.parse(stories.now()).plus(Duration.ofDays(58)));
    assertThat(failed.at("/failure/message").asText()).contains("until", "Order again after");
  }

  @BothReadings(alwaysBoth = true)
  void hasTheRegistryMakeACodeThatEndsByItself(String profile) {
    stories.profile(profile);
    String domain = here("de", "");
    String reference = place(domain, "");

    JsonNode order = done(reference);

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
    String domain = here("at", "");
    String reference = place(domain, "");

    JsonNode order = done(reference);

    assertThat(order.at("/outcome/code").asText()).isEqualTo("AUTH_CODE_MAILED");
    assertThat(order.at("/outcome/remark").asText()).contains("mails the auth code");
    Answer read = read(billing, reference);
    assertThat(read.status()).isEqualTo(409);
    assertThat(read.body().get("detail").asText()).contains("holder");
    assertThat(done(place(domain, "")).at("/outcome/code").asText()).isEqualTo("AUTH_CODE_MAILED");
  }

  @Test
  void showsTheCodeToTheHolderOnAPageOnce() {
    String domain = here("com", ", 'authCode': 'canary-code-4712'");
    String reference = place(domain, ", 'deliver': 'HOLDER'");
    done(reference);

    assertThat(read(billing, reference).status()).isEqualTo(409);
    assertThat(read(operator, reference).body().get("detail").asText())
        .as("not that somebody else can read it here")
        .contains("sent to the holder");
    String mail = mail(domain);
    assertThat(mail)
        .contains("/holder/", "shows it once, until ")
        .doesNotContain("canary-code-4712");
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).isTrue();
    Caller holder = Caller.stranger(port);
    assertThat(holder.get(link.group()).response().body())
        .contains("Show the auth code")
        .doesNotContain("canary-code-4712");
    assertThat(show(holder, link.group())).contains("canary-code-4712");
    assertThat(show(holder, link.group())).doesNotContain("canary-code-4712");
  }

  private String mail(String domain) {
    return stories.mails(domain).stream()
        .filter(sent -> sent.get("kind").asText().equals("AUTH_CODE_ISSUED"))
        .map(sent -> sent.get("text").asText())
        .findFirst()
        .orElseThrow();
  }

  private static String show(Caller holder, String link) {
    return holder
        .postAs(
            link,
            "application/x-www-form-urlencoded",
            "choice=SHOW".getBytes(StandardCharsets.UTF_8))
        .response()
        .body();
  }

  @Test
  void hasAnApproverLookAtWhatAThiefWouldDo() {
    String domain = here("com", ", 'transferLock': true");
    stories.awaitStatus(
        stories.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']"),
        "COMPLETED");
    int before = changes(domain).size();

    String refused = place(domain, ", 'unlock': true");
    JsonNode waiting = stories.awaitWaitingFor(refused, "AUTH_CODE_APPROVAL");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("APPROVER");
    assertThat(read(billing, refused).status()).isEqualTo(409);
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(approver.get("/engine-rest/task/" + task + "/form-variables").body().toString())
        .contains("name servers were changed less than 72 hours");
    decide(
        task,
        "'decision': {'value': 'REFUSE', 'type': 'String'},"
            + "'reason': {'value': 'unknown caller', 'type': 'String'}");
    JsonNode failed = stories.awaitStatus(refused, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("APPROVAL_REFUSED");
    assertThat(failed.at("/failure/message").asText()).contains("unknown caller");
    assertThat(changes(domain)).hasSize(before);

    String approved = place(domain, ", 'unlock': true");
    approve(approved);
    stories.awaitStatus(approved, "COMPLETED");
    assertThat(read(billing, approved).status()).isEqualTo(200);
    assertThat(changes(domain)).hasSize(before + 1);
  }

  @BothReadings
  void whatAThiefWouldDoGrowsNoOlderWhileTheRegistrarIsAway(String profile) {
    stories.profile(profile);
    String domain = here("com", "");
    stories.awaitStatus(
        stories.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']"),
        "COMPLETED");
    stories.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_421', 'times': 10000, 'domain': '%s'}"
            .formatted(domain));
    String reference = place(domain, "");
    stories.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");

    stories.advance("P4D");
    stories.registrarIsWellAgain();

    String task =
        stories.awaitWaitingFor(reference, "AUTH_CODE_APPROVAL").at("/waitingFor/taskId").asText();
    assertThat(approver.get("/engine-rest/task/" + task + "/form-variables").body().toString())
        .contains("name servers were changed less than 72 hours");
    stories.cancel(reference);
  }

  @Test
  @OnlyAtIspapi("makes codes with the command that is said to have done nothing here")
  void waitsForACodeThatIsNotThereAndGivesUpInTime() {
    String domain = withoutCode();
    String reference = place(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(stories.agreed(reference), "AUTH_CODE_AT_REGISTRY");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(stories.cancel(reference).status()).isEqualTo(409);
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'authCode': 'late-code-1'}".formatted(domain));
    stories.advance("PT2H");
    done(reference);
    assertThat(read(billing, reference).body().get("authCode").asText()).isEqualTo("late-code-1");

    String overdue = place(withoutCode(), "");
    stories.awaitWaitingFor(stories.agreed(overdue), "AUTH_CODE_AT_REGISTRY");
    stories.advance("P2D");
    JsonNode failed = stories.awaitStatus(overdue, "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(failed.at("/failure/message").asText()).contains("nothing was bought");
  }

  /** A name without a code, for which the registrar claims to have created one. */
  private String withoutCode() {
    String domain = here("com", ", 'authCode': ''");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_200', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    return domain;
  }

  @Test
  void refusesWhatCannotBeHandedOver() {
    Answer uk = tryPlace(freshName("co.uk"), "");
    assertThat(uk.status()).isEqualTo(400);
    assertThat(uk.body().get("errors").toString()).contains("operation", "tag");

    Answer foreign = tryPlace(freshName("com"), ", 'period': '1Y'");
    assertThat(foreign.body().at("/errors/0/field").asText()).isEqualTo("period");
  }

  @Test
  void saysWhatStandsInTheWay() {
    assertThat(failure(freshName("com"))).isEqualTo("NOT_REGISTERED");
    String leaving = here("com", "");
    stories.happen(leaving, "OUTGOING_REQUESTED");
    String until =
        Instant.parse(stories.now())
            .plus(Duration.ofDays(5))
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();
    known(leaving, until);
    JsonNode failed = stories.awaitStatus(place(leaving, ""), "FAILED");
    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(failed.at("/failure/message").asText())
        .contains("already under way; it is decided by ");
    assertThat(Instant.parse(failed.at("/failure/until").asText())).isEqualTo(until);

    String young = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P10D', 'expires': 'P300D'}".formatted(young));
    JsonNode done = done(place(young, ""));
    assertThat(done.at("/outcome/remark").asText()).contains("registered lately", "may be refused");
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

  @Test
  void setsTheLockAgainIfTheRegistrarRefusesTheCode() {
    String domain = here("com", ", 'transferLock': true, 'authCode': ''");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    JsonNode failed =
        stories.awaitStatus(stories.agreed(place(domain, ", 'unlock': true")), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("REGISTRAR_REFUSED");
  }

  private JsonNode done(String reference) {
    return stories.awaitAuthCode(reference);
  }

  private void approve(String reference) {
    decide(
        stories.awaitWaitingFor(reference, "AUTH_CODE_APPROVAL").at("/waitingFor/taskId").asText(),
        "'decision': {'value': 'APPROVE', 'type': 'String'}");
  }

  /** Somebody sets a name up in the registrar's panel. */
  private void panel(String domain, NameSettings settings) {
    gateway.ensure(stories.account(), new UpdateDomain(DomainName.of(domain), settings, false));
  }

  @Test
  void noticesWhatIsChangedInThePanelAlsoIfTheSameWasOrderedLongAgo() {
    String domain = here("com", "");
    stories.awaitStatus(
        stories.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']"),
        "COMPLETED");
    stories.advance("P10D");
    panel(
        domain,
        new NameSettings(
            List.of(new Nameserver("ns1.panel.example"), new Nameserver("ns2.panel.example")),
            null,
            null,
            null,
            Map.of()));

    JsonNode waiting = stories.awaitWaitingFor(place(domain, ""), "AUTH_CODE_APPROVAL");

    assertThat(form(waiting)).contains("name servers were changed less than 72 hours");
  }

  /** For a name that was never ordered here, only earlier readings show that it was changed. */
  @BothReadings
  void noticesWhatItsOwnLookShowsToBeChanged(String profile) {
    stories.profile(profile);
    String domain = here("com", "");
    stories.give(domain, "billing");
    assertThat(refresh(domain).status()).isEqualTo(200);
    stories.advance("P5D");
    panel(
        domain,
        new NameSettings(
            List.of(new Nameserver("ns1.thief.example"), new Nameserver("ns2.thief.example")),
            null,
            null,
            null,
            Map.of()));

    JsonNode waiting = stories.awaitWaitingFor(place(domain, ""), "AUTH_CODE_APPROVAL");

    assertThat(form(waiting)).contains("name servers were changed less than 72 hours");
  }

  private Answer refresh(String domain) {
    return operator.post("/api/v1/domains/" + domain + "/refresh?account=" + stories.account(), "");
  }

  @BothReadings
  void theRegistryMayKeepAName(String profile) {
    stories.profile(profile);
    String domain = here("com", "");
    stories.happen(domain, "HOLD");

    JsonNode failed = stories.awaitStatus(place(domain, ""), "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("NOT_POSSIBLE_YET");
    assertThat(failed.at("/failure/message").asText()).contains("serverTransferProhibited");
  }

  @Test
  void aCodeThatIsMadeAnewMakesTheOneBeforeVoid() {
    String domain = here("de", "");
    String first = place(domain, "");
    done(first);
    String second = place(domain, "");
    done(second);

    assertThat(read(billing, first).status()).isEqualTo(410);
    assertThat(read(billing, second).status()).isEqualTo(200);
  }

  @Test
  @OnlyAtIspapi("makes codes with the command that is said to have done nothing here")
  void endsWithTheNameThatLeavesBeforeTheRegistryHasMadeACode() {
    String domain = withoutCode();
    String reference = place(domain, "");
    stories.awaitWaitingFor(stories.agreed(reference), "AUTH_CODE_AT_REGISTRY");
    stories.happen(domain, "TRANSFERRED_AWAY");
    stories.advance("PT2H");

    JsonNode failed = stories.awaitStatus(reference, "FAILED");

    assertThat(failed.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
  }

  @BothReadings
  void aDisputedNameDoesNotLeaveWithACodeThatWasIssuedBefore(String profile) {
    stories.profile(profile);
    String domain = here("com", ", 'transferLock': true, 'authCode': 'canary-code-4718'");
    String reference = place(domain, ", 'unlock': true");
    done(reference);
    assertThat(isOpen(domain)).isTrue();
    Caller admin = new Caller(port, "admin");
    admin.put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-1'}");
    try {
      assertThat(read(billing, reference).status()).isEqualTo(410);
      Awaitility.await().untilAsserted(() -> assertThat(isOpen(domain)).isFalse());
      Awaitility.await()
          .untilAsserted(() -> assertThat(code(domain)).isNotEqualTo("canary-code-4718"));
    } finally {
      admin.delete("/api/v1/domains/" + domain + "/hold");
    }
  }

  /** The lock is already open, and the code requested, when the dispute is entered. */
  @BothReadings
  void aDisputeThatComesWhileTheCodeIsGotIsNotMissed(String profile) {
    stories.profile(profile);
    String domain = here("com", ", 'transferLock': true, 'authCode': 'canary-code-4720'");
    stories.fault(
        "{'command': 'StatusDomain', 'fault': 'DELAY_400', 'times': 20, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.agreed(place(domain, ", 'unlock': true"));
    stories.await(reference, order -> isOpen(domain));
    Caller admin = new Caller(port, "admin");
    admin.put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-2'}");
    try {
      stories.await(
          reference,
          order -> List.of("FAILED", "COMPLETED").contains(order.get("status").asText()));
      stories.noFaults();

      Awaitility.await().untilAsserted(() -> assertThat(isOpen(domain)).isFalse());
      assertThat(read(billing, reference).body().toString()).doesNotContain("canary-code-4720");
      assertThat(read(billing, reference).status()).isNotEqualTo(200);
    } finally {
      admin.delete("/api/v1/domains/" + domain + "/hold");
    }
  }

  private String code(String domain) {
    AuthCode code =
        gateway.ask(stories.account(), new ReadAuthCode(DomainName.of(domain))).authCode();
    return code == null ? "" : code.reveal();
  }

  @Test
  @OnlyAtIspapi("changes of registrants are not offered at the other platform yet")
  void theRegistrantBeforeDoesNotGetToSeeTheCodeOfTheNextOne() {
    String domain =
        here("com", ", 'authCode': 'canary-code-4719', 'zone': {'registrantChangeBy': 'UPDATE'}");
    String reference = place(domain, ", 'deliver': 'HOLDER'");
    done(reference);
    Matcher link = LINK.matcher(mail(domain));
    assertThat(link.find()).isTrue();
    stories.awaitStatus(stories.placeChange(domain, ""), "COMPLETED");

    assertThat(show(Caller.stranger(port), link.group())).doesNotContain("canary-code-4719");
    Awaitility.await()
        .untilAsserted(() -> assertThat(code(domain)).isNotEqualTo("canary-code-4719"));
  }

  @Test
  void noticesAnotherMailAddressAndTellsTheOneBeforeToo() {
    String domain = here("com", "");
    registrants.seen(stories.account(), DomainName.of(domain), "before@example.org");
    String reference = place(domain, "");

    JsonNode waiting = stories.awaitWaitingFor(reference, "AUTH_CODE_APPROVAL");
    assertThat(form(waiting)).contains("mail address, was changed less than 72 hours");
    approve(reference);
    stories.awaitStatus(reference, "COMPLETED");

    assertThat(stories.mails(domain))
        .filteredOn(mail -> mail.get("kind").asText().equals("AUTH_CODE_ISSUED"))
        .extracting(mail -> mail.get("to").asText())
        .hasSize(2)
        .contains("before@example.org");
  }

  private String form(JsonNode waiting) {
    return approver
        .get("/engine-rest/task/" + waiting.at("/waitingFor/taskId").asText() + "/form-variables")
        .body()
        .toString();
  }

  @BothReadings
  void cannotBeCancelledWhileTheLockMayBeOpen(String profile) {
    stories.profile(profile);
    String domain = here("com", ", 'transferLock': true");
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'TIMEOUT_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.agreed(place(domain, ", 'unlock': true"));
    stories.await(reference, found -> isOpen(domain));

    assertThat(stories.cancel(reference).status()).isEqualTo(409);

    stories.await(
        reference,
        found -> {
          stories.advance("PT10M");
          return found.at("/status").asText().equals("COMPLETED");
        });
    stories.advance("P15D");
    assertThat(isOpen(domain)).isFalse();
  }

  private boolean isOpen(String domain) {
    return gateway
        .ask(stories.account(), new ReadDomain(DomainName.of(domain)))
        .transferLocked()
        .filter(locked -> !locked)
        .isPresent();
  }

  @Test
  void aDryRunDoesNotTellWhetherSomebodyIsAsked() {
    String domain = here("com", "");
    registrants.seen(stories.account(), DomainName.of(domain), "before@example.org");
    stories.give(domain, "billing");

    Answer preview =
        billing.post(
            "/api/v1/orders?dryRun=true",
            "{'reference': 'A-%s', 'operation': 'AUTH_CODE', 'account': '%s', 'domain': '%s'}"
                .formatted(UUID.randomUUID(), stories.account(), domain));

    assertThat(preview.status()).as("%s", preview.body()).isEqualTo(200);
    assertThat(preview.body().toString())
        .contains("An approver may be asked")
        .doesNotContain("AUTH_CODE_APPROVAL");
  }

  private String failure(String domain) {
    return stories.awaitStatus(place(domain, ""), "FAILED").at("/failure/reason").asText();
  }

  private String here(String tld, String more) {
    String domain = freshName(tld);
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D' %s}".formatted(domain, more));
    return domain;
  }

  private Answer tryPlace(String domain, String more) {
    return stories.placeRaw(
        "{'reference': 'A-%s', 'operation': 'AUTH_CODE', 'account': 'sandbox', 'domain': '%s' %s}"
            .formatted(UUID.randomUUID(), domain, more));
  }

  private String place(String domain, String more) {
    return stories.placePlain("AUTH_CODE", domain, more);
  }

  private static Answer read(Caller caller, String reference) {
    return caller.post("/api/v1/orders/" + reference + "/auth-code", "");
  }

  private void decide(String task, String variables) {
    approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    Answer decided =
        approver.post(
            "/engine-rest/task/" + task + "/submit-form", "{'variables': {" + variables + "}}");
    assertThat(decided.status()).as(decided.body().toString()).isBetween(200, 299);
  }

  private List<String> changes(String domain) {
    return stories.ledger(domain).stream()
        .map(
            entry ->
                entry.get("parameters").properties().stream()
                    .map(p -> p.getKey() + "=" + p.getValue().asText())
                    .toList()
                    .toString())
        .toList();
  }
}
