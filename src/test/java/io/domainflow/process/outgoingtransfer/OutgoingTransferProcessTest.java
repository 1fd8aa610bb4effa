package io.domainflow.process.outgoingtransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.BothReadings;
import io.domainflow.model.DomainName;
import io.domainflow.order.domain.GoneDomains;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.RegistrantMails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What becomes of names that somebody else wants. */
@DomainflowTest
@TestPropertySource(
    properties = {
      "domainflow.transfer-watch.enabled=true",
      "domainflow.account-check.enabled=true"
    })
class OutgoingTransferProcessTest {

  private static final String A_WATCH = "PT16M";
  private static final Duration LAST_MINUTES = Duration.ofMinutes(20);
  private static final Pattern LINK = Pattern.compile("/holder/[A-Za-z0-9_-]+");

  /** Reasons that a person states for a new name; the others are of the lock and of the reform. */
  private static final Set<DenialReason> REASONS =
      EnumSet.complementOf(
          EnumSet.of(DenialReason.CHANGE_OF_REGISTRANT_LOCK, DenialReason.WITHIN_720_HOURS));

  private final int port;
  private final Registrations registrations;
  private final Caller approver;
  private final Caller admin;
  private final Caller billing;
  private final Caller holder;
  private final JdbcClient jdbc;
  private final GoneDomains gone;
  private final RepositoryService repository;
  private final RegistrantMails mails;

  @Autowired
  OutgoingTransferProcessTest(
      @LocalServerPort int port,
      JdbcClient jdbc,
      GoneDomains gone,
      RepositoryService repository,
      RegistrantMails mails) {
    this.gone = gone;
    this.repository = repository;
    this.mails = mails;
    this.port = port;
    this.registrations = new Registrations(port);
    this.approver = new Caller(port, "approver");
    this.admin = new Caller(port, "admin");
    this.billing = new Caller(port, "billing");
    this.holder = Caller.stranger(port);
    this.jdbc = jdbc;
  }

  @BeforeEach
  void begin() {
    registrations.startOver();
    registrations.profile("A");
  }

  @AfterEach
  void putEverythingBack() {
    registrations.noFaults();
    registrations.startOver();
  }

  private String registered() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ""), "COMPLETED");
    return domain;
  }

  /** A name of ours that somebody else wants, and of which the watch knows. */
  private String wanted() {
    String domain = registered();
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    return domain;
  }

  private List<JsonNode> tasks() {
    List<JsonNode> tasks = new ArrayList<>();
    approver
        .get("/engine-rest/task?processDefinitionKey=OutgoingTransferProcess&maxResults=500")
        .body()
        .forEach(tasks::add);
    return tasks;
  }

  private JsonNode task(String domain) {
    List<JsonNode> found =
        tasks().stream().filter(task -> task.get("name").asText().contains(domain)).toList();
    assertThat(found).as(domain).hasSize(1);
    return found.get(0);
  }

  private void noTask(String domain) {
    assertThat(tasks()).noneMatch(task -> task.get("name").asText().contains(domain));
  }

  private Answer answer(String domain, Map<String, String> fields) {
    String id = task(domain).get("id").asText();
    approver.post("/engine-rest/task/" + id + "/claim", "{'userId': 'approver'}");
    List<String> variables = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            variables.add("'%s': {'value': '%s', 'type': 'String'}".formatted(name, value)));
    return approver.post(
        "/engine-rest/task/" + id + "/submit-form",
        "{'variables': {" + String.join(", ", variables) + "}}");
  }

  private static Map<String, String> denial(String reason, String proof) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("decision", "DENY");
    fields.put("reason", reason);
    fields.put("proof", proof);
    return fields;
  }

  private void denies(String domain, String reason, String proof) {
    Answer answer = answer(domain, denial(reason, proof));
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  private void approves(String domain) {
    Answer answer = answer(domain, Map.of("decision", "APPROVE"));
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  private JsonNode domain(String domain) {
    return registrations
        .operator()
        .get("/api/v1/domains/" + domain + "?account=" + registrations.account())
        .body();
  }

  private void ended(String domain, String state) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(state(domain)).isEqualTo(state);
              assertThat(instances(domain)).isZero();
            });
    noTask(domain);
  }

  private String state(String domain) {
    return jdbc.sql(
            "select state from outgoing_transfer where domain = :domain order by found_at desc")
        .param("domain", domain)
        .query(String.class)
        .list()
        .get(0);
  }

  private int instances(String domain) {
    return admin
        .get(
            "/engine-rest/process-instance/count?processDefinitionKey=OutgoingTransferProcess"
                + "&variables=domain_eq_"
                + domain)
        .body()
        .get("count")
        .asInt();
  }

  private List<String> answers(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("TransferDomain"))
        .map(JsonNode::toString)
        .toList();
  }

  @BothReadings
  void anApproverLetsItGo(String profile) {
    registrations.profile(profile);
    String domain = wanted();
    JsonNode task = task(domain);
    JsonNode form =
        approver.get("/engine-rest/task/" + task.get("id").asText() + "/form-variables").body();
    assertThat(form.at("/goesAt/value").asText()).isNotBlank();
    assertThat(form.at("/signs/value").asText()).contains("| Auth code ordered here | no |");
    assertThat(form.at("/lookAt/value").asText()).startsWith("Nobody has ordered the auth code");
    assertThat(form.at("/lately/value").asText()).isEqualTo("Auth code ordered here: no.");
    assertThat(form.at("/holderTold/value").asText()).startsWith("by mail on ");
    assertThat(task.get("due").asText()).isNotBlank();

    assertThat(new Caller(port, "analyst").get("/api/v1/figures/open-tasks").body().get("rows"))
        .anySatisfy(
            row -> assertThat(row.get("task").asText()).isEqualTo("Answer outgoing transfer"));

    approves(domain);

    ended(domain, "GONE");
    assertThat(
            new Caller(port, "analyst")
                .get("/api/v1/figures/decided-tasks?account=" + registrations.account())
                .body()
                .get("rows"))
        .anySatisfy(
            row -> {
              assertThat(row.get("domain").asText()).isEqualTo(domain);
              assertThat(row.get("task").asText()).isEqualTo("Answer outgoing transfer");
              assertThat(row.get("decision").asText()).isEqualTo("APPROVE");
              assertThat(row.get("login").asText()).isEqualTo("approver");
            });
    assertThat(domain(domain).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(domain(domain).at("/gone/at").asText()).isNotBlank();
    assertThat(domain(domain).at("/gone/how").asText()).contains("transferred");
    assertThat(toBeLookedAfter()).as("somebody here has agreed").doesNotContain(domain);
    assertThat(answers(domain)).hasSize(1);
  }

  private List<String> toBeLookedAfter() {
    return gone.unreported(registrations.account()).stream()
        .map(name -> name.domain().ascii())
        .toList();
  }

  @BothReadings
  void anApproverKeepsIt(String profile) {
    registrations.profile(profile);
    for (DenialReason reason : REASONS) {
      String domain = wanted();
      denies(domain, reason.name(), "A letter of the holder, in the file.");
      ended(domain, "STAYED");
      assertThat(domain(domain).get("status").asText()).isEqualTo("ACTIVE");
      assertThat(domain(domain).get("gone").isNull()).isTrue();
      assertThat(answers(domain)).hasSize(1);
    }
  }

  @BothReadings
  void withinTheLockOfAChangeOfRegistrantNobodyIsAsked(String profile) {
    registrations.profile(profile);
    String domain = registered();
    jdbc.sql(
            """
            insert into order_transfer_lock (order_id, begun_at, locked_afterwards, ends_at, source)
            select id, cast(:now as timestamptz), true,
              cast(:now as timestamptz) + interval '40 days', 'COMPUTED'
            from provisioning_order where domain = :domain
            """)
        .param("now", registrations.now())
        .param("domain", domain)
        .update();
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    ended(domain, "STAYED");
    assertThat(answers(domain)).hasSize(1);
    assertThat(
            jdbc.sql(
                    """
                    select reason from outgoing_transfer
                    where domain = :domain and answer = 'DENY' and answered_by is null
                    """)
                .param("domain", domain)
                .query(String.class)
                .single())
        .isEqualTo("CHANGE_OF_REGISTRANT_LOCK");
    assertThat(mail(domain))
        .contains("is being refused, because the lock after a change of registrant runs")
        .doesNotContain("/holder/");
  }

  @BothReadings
  void theHolderKeepsItWithTheLinkInHisMail(String profile) {
    registrations.profile(profile);
    String kept = wanted();
    String link = linkIn(kept);
    assertThat(page(link))
        .contains("has asked to take over", "Keep the domain here")
        .as("nobody has ordered the auth code here")
        .doesNotContain("Transfer it now");
    assertThat(answers(kept)).isEmpty();

    assertThat(chosen(link, "KEEP")).contains("is to stay where it is", "registry is being told");

    ended(kept, "STAYED");
    assertThat(answers(kept)).hasSize(1);
    assertThat(chosen(link, "LET_GO")).contains("used already");
    assertThat(
            jdbc.sql("select answered_by from outgoing_transfer where domain = :domain")
                .param("domain", kept)
                .query(String.class)
                .single())
        .isEqualTo("the holder");
  }

  @Test
  void theHolderLetsItGoOnlyWhereNothingLooksLikeTheft() {
    String changed = registered();
    String update =
        registrations.placePlain(
            "UPDATE", changed, ", 'nameservers': ['ns1.other.example', 'ns2.other.example']");
    registrations.awaitStatus(update, "COMPLETED");
    registrations.happen(changed, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    assertThat(page(linkIn(changed))).doesNotContain("Transfer it now");
    assertThat(chosen(linkIn(changed), "LET_GO")).contains("Keep the domain here");
    assertThat(task(changed)).isNotNull();

    String gone = withCode();
    registrations.happen(gone, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    assertThat(shown(gone, "lookAt")).isEqualTo("Nothing looks like theft.");
    assertThat(shown(gone, "signs")).contains("by billing |");
    String task = task(gone).get("id").asText();
    assertThat(chosen(linkIn(gone), "LET_GO")).contains("the domain may go");
    ended(gone, "GONE");
    Answer late =
        approver.post(
            "/engine-rest/task/" + task + "/submit-form",
            "{'variables': {'decision': {'value': 'DENY', 'type': 'String'}}}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().get("message").asText())
        .contains("done already", "The holder, with the link in his mail, let " + gone + " go. It")
        .contains("has been transferred")
        .doesNotContain("order API", registrations.account() + ":");
    String closed = wanted();
    String unused = linkIn(closed);
    String withdrawn = task(closed).get("id").asText();
    registrations.happen(closed, "OUTGOING_WITHDRAWN");
    registrations.advance(A_WATCH);
    assertThat(page(unused))
        .contains("The request was withdrawn", closed + " stays where it is")
        .doesNotContain("Its time is over");
    assertThat(
            approver
                .post("/engine-rest/task/" + withdrawn + "/submit-form", "{'variables': {}}")
                .body()
                .get("message")
                .asText())
        .contains("no longer open", "was withdrawn, or the registry has refused it")
        .doesNotContain("order was cancelled");
    String denied = wanted();
    String asked = linkIn(denied);
    denies(denied, "FRAUD", "A letter.");
    ended(denied, "STAYED");
    assertThat(chosen(asked, "KEEP")).contains("Our staff refused the transfer of " + denied);
  }

  /** A name that is not locked, whose holder has got its auth code. */
  private String withCode() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ", 'transferLock': false"), "COMPLETED");
    registrations.awaitAuthCode(registrations.placePlain("AUTH_CODE", domain, ""));
    return domain;
  }

  @BothReadings
  void theHolderLetsItGoWhoseOrderForTheCodeHasOpenedTheLock(String profile) {
    registrations.profile(profile);
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ", 'transferLock': true"), "COMPLETED");
    registrations.awaitAuthCode(registrations.placePlain("AUTH_CODE", domain, ", 'unlock': true"));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "lookAt")).isEqualTo("Nothing looks like theft.");
    assertThat(chosen(linkIn(domain), "LET_GO")).contains("being told to transfer");
    ended(domain, "GONE");
  }

  private String shown(String domain, String field) {
    return approver
        .get("/engine-rest/task/" + task(domain).get("id").asText() + "/form-variables")
        .body()
        .at("/" + field + "/value")
        .asText();
  }

  /** He has the mails of the holder, too: an address was changed inside the same contact. */
  @BothReadings
  void whoOpensTheLockInThePanelOfTheRegistrarDoesNotLetItGo(String profile) {
    registrations.profile(profile);
    String domain = withCode();
    registrations.awaitStatus(
        registrations.placePlain("UPDATE", domain, ", 'transferLock': true"), "COMPLETED");
    registrations.advance("P4D");
    registrations.happen(domain, "UNLOCKED");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(page(linkIn(domain))).doesNotContain("Transfer it now");
    assertThat(chosen(linkIn(domain), "LET_GO")).contains("Keep the domain here");
    assertThat(shown(domain, "signs")).contains("| Otherwise than ordered | transfer lock |");
    assertThat(shown(domain, "lookAt")).startsWith("The transfer lock was opened");
    assertThat(shown(domain, "lately"))
        .startsWith("Auth code ordered here: on ")
        .contains(", by billing; transfer lock opened: ")
        .endsWith("; otherwise than ordered: transfer lock.")
        .doesNotContain("name servers");
    assertThat(answers(domain)).isEmpty();
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

    // longer than what is computed, with looks
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

  /** The registrar has taken it, and shows neither the request nor that the name has gone. */
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
  void anotherRequestIsAnotherOne(String profile) {
    registrations.profile(profile);
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.transfer_out_requested']}"
                  .formatted(receiver.url()));
      String domain = registered();
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

  private void requestedBy(String domain, String registrar) {
    Answer happened =
        admin.post(
            "/sandbox/happen",
            "{'platform': '%s', 'domain': '%s', 'what': 'OUTGOING_REQUESTED', 'registrar': '%s'}"
                .formatted(registrations.atCnr() ? "CNR" : "ISPAPI", domain, registrar));
    assertThat(happened.status()).as("%s", happened.body()).isBetween(200, 299);
    registrations.advance(A_WATCH);
  }

  private List<String> states(String domain) {
    return jdbc.sql("select state from outgoing_transfer where domain = :domain order by found_at")
        .param("domain", domain)
        .query(String.class)
        .list();
  }

  @Test
  void anAnswerIsForTheRequestThatWasShown() {
    String domain = wanted();
    jdbc.sql(
            "update outgoing_transfer set state = 'STAYED', ended_at = now() where domain = :domain")
        .param("domain", domain)
        .update();
    jdbc.sql(
            """
            insert into outgoing_transfer (id, account, domain, found_at, to_other_account,
              executes_at, state)
            select gen_random_uuid(), account, domain, found_at + interval '1 minute', false,
              executes_at, 'OPEN'
            from outgoing_transfer where domain = :domain
            """)
        .param("domain", domain)
        .update();

    Answer answer = answer(domain, Map.of("decision", "APPROVE"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).contains("another request");
    assertThat(answers(domain)).isEmpty();
  }

  @Test
  void whereTwoHaveToApproveOneIsNotEnough() {
    twoApprovals(true);
    try {
      String domain = withCode();
      registrations.happen(domain, "OUTGOING_REQUESTED");
      registrations.advance(A_WATCH);
      assertThat(page(linkIn(domain))).doesNotContain("Transfer it now");
      assertThat(shown(domain, "lookAt")).contains("Two persons have to approve");

      approves(domain);
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(shown(domain, "lookAt")).contains("approver has approved"));
      assertThat(answer(domain, Map.of("decision", "APPROVE")).status()).isEqualTo(403);
      assertThat(answers(domain)).isEmpty();

      String id = task(domain).get("id").asText();
      approver.post("/engine-rest/task/" + id + "/unclaim", "");
      admin.post("/engine-rest/task/" + id + "/claim", "{'userId': 'admin'}");
      Answer second =
          admin.post(
              "/engine-rest/task/" + id + "/submit-form",
              "{'variables': {'decision': {'value': 'APPROVE', 'type': 'String'}}}");
      assertThat(second.status()).as("%s", second.body()).isBetween(200, 299);

      ended(domain, "GONE");
      assertThat(given(domain))
          .extracting(answer -> answer.get("by").asText())
          .containsExactly("approver", "admin");
    } finally {
      twoApprovals(false);
    }
  }

  private void twoApprovals(boolean wanted) {
    Answer set =
        admin.patch(
            "/api/v1/accounts/" + registrations.account(),
            "{'transferOutFourEyes': %s}".formatted(wanted));
    assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
  }

  private List<JsonNode> given(String domain) {
    String id =
        jdbc.sql("select id from outgoing_transfer where domain = :domain order by found_at desc")
            .param("domain", domain)
            .query(String.class)
            .list()
            .get(0);
    List<JsonNode> given = new ArrayList<>();
    Answer answer = approver.get("/api/v1/outgoing-transfers/" + id + "/answers");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    answer.body().get("answers").forEach(given::add);
    return given;
  }

  @Test
  void whoHasOrderedTheCodeDoesNotApprove() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ", 'transferLock': false"), "COMPLETED");
    jdbc.sql("update domain_owner set owner = 'approver' where domain = :domain")
        .param("domain", domain)
        .update();
    String reference = "A-" + domain;
    Answer placed =
        approver.post(
            "/api/v1/orders",
            "{'reference': '%s', 'operation': 'AUTH_CODE', 'account': '%s', 'domain': '%s'}"
                .formatted(reference, registrations.account(), domain));
    assertThat(placed.status()).as("%s", placed.body()).isEqualTo(202);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        approver.get("/api/v1/orders/" + reference).body().get("status").asText())
                    .isEqualTo("COMPLETED"));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    Answer answer = answer(domain, Map.of("decision", "APPROVE"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().toString()).contains("ordered the auth code");
    denies(domain, "FRAUD", "A letter.");
    ended(domain, "STAYED");
  }

  @BothReadings
  void isAskedAgainIfTheRegistrarHasNothingToAnswer(String profile) {
    registrations.profile(profile);
    String domain = wanted();
    String first = task(domain).get("id").asText();
    registrations.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_545', 'times': 3, 'domain': '%s'}"
            .formatted(domain));
    denies(domain, "FRAUD", "A letter.");
    Awaitility.await().untilAsserted(() -> assertThat(given(domain)).isNotEmpty());

    for (int i = 0; i < 4; i++) {
      registrations.advance("PT6M");
    }

    assertThat(task(domain).get("id").asText()).isNotEqualTo(first);
    assertThat(shown(domain, "problem")).contains("nothing to answer");
    assertThat(shown(domain, "lookAt")).startsWith("The registrar has not taken");
    denies(domain, "HOLDER_OBJECTS", "Another letter.");
    ended(domain, "STAYED");
    assertThat(given(domain))
        .extracting(answer -> answer.get("proof").asText())
        .containsExactly("A letter.", "Another letter.");
    assertThat(given(domain).get(0).get("refusal").asText()).contains("nothing to answer");
    assertThat(given(domain).get(0).get("by").asText()).isEqualTo("approver");
    assertThat(given(domain).get(1).get("sentAt").isNull()).isFalse();
  }

  @Test
  void aReasonHasToBeTrueAsFarAsIsKnown() {
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OURS', 'age': 'P400D'}".formatted(domain));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "reasonsAllowed").split(" "))
        .contains("HOLDER_OBJECTS", "FRAUD")
        .doesNotContain("WITHIN_60_DAYS", "CHANGE_OF_REGISTRANT_LOCK", "WITHIN_720_HOURS");
    for (String reason : List.of("WITHIN_60_DAYS", "CHANGE_OF_REGISTRANT_LOCK")) {
      assertThat(answer(domain, denial(reason, "A letter.")).status()).as(reason).isEqualTo(400);
    }
    assertThat(answers(domain)).isEmpty();
  }

  @BothReadings
  void aDisputedNameDoesNotLeave(String profile) {
    registrations.profile(profile);
    String before = withCode();
    String meanwhile = withCode();
    String court = withCode();
    registrations.happen(meanwhile, "OUTGOING_REQUESTED");
    registrations.happen(court, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    assertThat(task(meanwhile)).isNotNull();
    hold(before, "UDRP");
    hold(meanwhile, "URS");
    hold(court, "COURT");
    try {
      registrations.happen(before, "OUTGOING_REQUESTED");
      registrations.advance(A_WATCH);

      ended(before, "STAYED");
      ended(meanwhile, "STAYED");
      assertThat(given(before).get(0).get("reason").asText()).isEqualTo("UDRP_URS_TDRP");
      assertThat(given(meanwhile).get(0).get("proof").asText()).contains("URS");
      Awaitility.await()
          .untilAsserted(() -> assertThat(shown(court, "lookAt")).contains("is disputed"));
      assertThat(page(linkIn(court))).doesNotContain("Transfer it now");
      Answer approved = answer(court, Map.of("decision", "APPROVE"));
      assertThat(approved.status()).isEqualTo(400);
      assertThat(approved.body().toString()).contains("COURT", "Nothing was sent");
      denies(court, "COURT_ORDER", "A letter.");
      ended(court, "STAYED");
    } finally {
      List.of(before, meanwhile, court)
          .forEach(domain -> admin.delete("/api/v1/domains/" + domain + "/hold"));
    }
  }

  @Test
  void anApprovalIsNotSentOnceADisputeHasBegun() {
    String domain = wanted();
    registrations.fault(
        "{'command': 'TransferDomain', 'fault': 'RESET_BEFORE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    approves(domain);
    hold(domain, "UDRP");
    try {
      registrations.noFaults();
      Awaitility.await()
          .untilAsserted(
              () -> {
                registrations.advance("PT5M");
                assertThat(shown(domain, "problem")).contains("the name is disputed");
              });
      assertThat(answers(domain)).isEmpty();
      denies(domain, "UDRP_URS_TDRP", "A letter.");
      ended(domain, "STAYED");
    } finally {
      admin.delete("/api/v1/domains/" + domain + "/hold");
    }
  }

  private void hold(String domain, String kind) {
    Answer set =
        admin.put(
            "/api/v1/domains/" + domain + "/hold",
            "{'kind': '%s', 'reference': 'case 1'}".formatted(kind));
    assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
  }

  /** The reader of the mail may be the thief, who has changed the address inside the contact. */
  @BothReadings
  void anotherMailAddressIsASignAndTheOneBeforeIsTold(String profile) {
    registrations.profile(profile);
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OURS', 'age': 'P400D'}".formatted(domain));
    mails.seen(registrations.account(), DomainName.of(domain), "before@example.org");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "lately")).contains("registrant or mail address changed: ");
    assertThat(registrations.mails(domain))
        .filteredOn(mail -> mail.get("kind").asText().equals("TRANSFER_OUT_REQUESTED"))
        .hasSize(2)
        .filteredOn(mail -> mail.get("to").asText().equals("before@example.org"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.get("text").asText()).doesNotContain("/holder/"));
    denies(domain, "FRAUD", "A letter.");
    ended(domain, "STAYED");
  }

  @Test
  void aCodeThatAnOwnerBeforeHasOrderedIsNoReasonToLetItGo() {
    String domain = withCode();
    registrations.give(domain, "billing2");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "lookAt")).startsWith("Nobody has ordered the auth code");
  }

  /** What he was told first is no longer so. */
  @Test
  void theHolderIsToldAnewIfTheRegistrarDoesNotTakeADenial() {
    String domain = wanted();
    registrations.fault("{'command': 'TransferDomain', 'fault': 'CODE_541', 'times': 1}");
    assertThat(chosen(linkIn(domain), "KEEP")).contains("is to stay where it is");
    int told = registrations.mails(domain).size();

    Awaitility.await()
        .untilAsserted(() -> assertThat(registrations.mails(domain)).hasSizeGreaterThan(told));

    assertThat(page(linkIn(domain))).contains("Keep the domain here");
    assertThat(chosen(linkIn(domain), "KEEP")).contains("is to stay where it is");
    ended(domain, "STAYED");
  }

  /** What the registry has yet to do is of no use then. */
  @Test
  void anUpdateThatTheRegistryHasYetToDoEndsWhenTheNameGoes() {
    registered();
    String domain = Registrations.freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P400D', 'expires': 'P200D',".formatted(domain)
            + " 'next': [{'command': 'ModifyDomain', 'after': 'P3D', 'outcome': 'SUCCESSFUL'}]}");
    String update =
        registrations.placePlain(
            "UPDATE", domain, ", 'nameservers': ['ns1.other.example', 'ns2.other.example']");
    registrations.awaitWaitingFor(update, "UPDATE_AT_REGISTRY");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);
    approves(domain);

    JsonNode order = registrations.awaitStatus(update, "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
    ended(domain, "GONE");
  }

  @BothReadings
  void theHolderKeepsItWhereNobodyIsAsked(String profile) {
    registrations.profile(profile);
    String deployment =
        repository
            .createDeployment()
            .addString(
                "OutgoingTransferPolicy.dmn",
                policy()
                    .replaceAll("(OutgoingTransferAnswer11x1\">\\s*<text>)\"ASK\"", "$1\"LET_GO\""))
            .deploy()
            .getId();
    try {
      String kept = withCode();
      String gone = withCode();
      String disputed = withCode();
      registrations.happen(kept, "OUTGOING_REQUESTED");
      registrations.happen(gone, "OUTGOING_REQUESTED");
      registrations.happen(disputed, "OUTGOING_REQUESTED");
      registrations.advance(A_WATCH);
      noTask(kept);
      hold(disputed, "UDRP");
      ended(disputed, "STAYED");
      admin.delete("/api/v1/domains/" + disputed + "/hold");

      assertThat(chosen(linkIn(kept), "KEEP")).contains("is to stay where it is");

      ended(kept, "STAYED");
      assertThat(answers(kept)).hasSize(1);
      assertThat(answers(gone)).isEmpty();
      registrations.advance("P6D");
      ended(gone, "GONE");
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  private static String policy() {
    try {
      return Files.readString(Path.of("processes", "OutgoingTransferPolicy.dmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String mail(String domain) {
    return registrations.mails(domain).stream()
        .filter(sent -> sent.get("kind").asText().equals("TRANSFER_OUT_REQUESTED"))
        .map(sent -> sent.get("text").asText())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private String linkIn(String domain) {
    String mail = mail(domain);
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group();
  }

  private String page(String link) {
    return holder.get(link).response().body();
  }

  private String chosen(String link, String choice) {
    return holder
        .postAs(
            link,
            "application/x-www-form-urlencoded",
            ("choice=" + choice).getBytes(StandardCharsets.UTF_8))
        .response()
        .body();
  }

  @Test
  void aDenialWantsAReasonOfThePolicyAndItsProof() {
    String domain = wanted();

    assertThat(answer(domain, denial("FRAUD", " ")).status()).isEqualTo(400);
    assertThat(answer(domain, denial("", "A letter.")).status()).isEqualTo(400);
    assertThat(answer(domain, denial("HE_IS_NICE", "A letter.")).status()).isEqualTo(400);
    assertThat(answer(domain, Map.of("decision", "PERHAPS")).status()).isEqualTo(400);
    assertThat(task(domain)).isNotNull();
    assertThat(answers(domain)).isEmpty();
  }

  @BothReadings
  void withoutAnAnswerItGoesAfterFiveDays(String profile) {
    registrations.profile(profile);
    String domain = wanted();

    registrations.advance("P4D");
    assertThat(task(domain)).isNotNull();
    registrations.advance("P2D");

    ended(domain, "GONE");
    assertThat(domain(domain).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(toBeLookedAfter()).as("nobody has decided it").contains(domain);
    assertThat(answers(domain)).isEmpty();
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

  @Test
  void aNameThatNobodyHereKnowsIsAskedAbout() {
    registered();
    registrations.registry("{'domain': 'never-read.com', 'account': 'test.user'}");
    registrations.happen("never-read.com", "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    denies("never-read.com", "HOLDER_OBJECTS", "A letter.");

    ended("never-read.com", "STAYED");
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
  void aRefusedAnswerComesBackWithTheWordsOfTheRegistrar() {
    String domain = wanted();
    String first = task(domain).get("id").asText();
    registrations.fault("{'command': 'TransferDomain', 'fault': 'CODE_541', 'times': 1}");

    denies(domain, "FRAUD", "A letter.");

    Awaitility.await()
        .untilAsserted(() -> assertThat(task(domain).get("id").asText()).isNotEqualTo(first));
    assertThat(
            approver
                .get("/engine-rest/task/" + task(domain).get("id").asText() + "/form-variables")
                .body()
                .at("/problem/value")
                .asText())
        .startsWith("the registrar refuses the answer");
    denies(domain, "FRAUD", "A letter.");
    ended(domain, "STAYED");
  }

  @BothReadings
  void whatIsOpenAboutANameEndsWhenItGoes(String profile) {
    registrations.profile(profile);
    String renewed = wanted();
    String renewal =
        registrations.placeRenewal(
            renewed, "1Y", domain(renewed).at("/dates/expires/at").asText().substring(0, 10), "");
    registrations.awaitWaitingFor(renewal, "REGISTRAR_REFUSED");
    String updated = registered();
    String update =
        registrations.placePlain(
            "UPDATE",
            updated,
            ", 'transferLock': false, 'nameservers': ['ns1.other.example', 'ns2.other.example']");
    registrations.awaitWaitingFor(update, "UPDATE_APPROVAL");
    registrations.happen(updated, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    approves(renewed);
    approves(updated);

    for (String reference : List.of(renewal, update)) {
      JsonNode order = registrations.awaitStatus(reference, "FAILED");
      assertThat(order.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
      assertThat(order.at("/failure/message").asText())
          .contains("has left this account", "Nothing was bought");
      assertThat(order.get("charged").asText()).isEqualTo("NO");
    }
    ended(renewed, "GONE");
    ended(updated, "GONE");
    assertThat(registrations.bought(renewed)).noneMatch(OutgoingTransferProcessTest::isRenewal);
    JsonNode again = registrations.awaitStatus(renewAgain(renewed), "FAILED");
    assertThat(again.at("/failure/reason").asText()).isEqualTo("TRANSFERRED_AWAY");
  }

  private static boolean isRenewal(JsonNode entry) {
    return entry.get("command").asText().equals("RenewDomain");
  }

  private String renewAgain(String domain) {
    return registrations.placeRenewal(domain, "1Y", "2030-01-01", "");
  }

  @Test
  void itsOwnerIsToldOfTheRequestAndOfTheEndOnceEach() {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.transfer_out_requested',".formatted(receiver.url())
                  + " 'domain.transfer_out_ended', 'domain.transferred_away']}");
      assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
      String domain = wanted();
      registrations.advance(A_WATCH);
      approves(domain);
      ended(domain, "GONE");
      registrations.advance("P2D");

      Awaitility.await().until(() -> receiver.received().size() >= 2);
      assertThat(receiver.received()).hasSize(2);
      assertThat(receiver.received().get(0).body())
          .contains("\"type\":\"domain.transfer_out_requested\"", domain, "\"executesAt\":");
      assertThat(receiver.received().get(1).body())
          .contains("\"type\":\"domain.transferred_away\"", domain);

      String kept = wanted();
      denies(kept, "HOLDER_OBJECTS", "A letter.");
      ended(kept, "STAYED");
      Awaitility.await().until(() -> receiver.received().size() >= 4);
      assertThat(receiver.received()).hasSize(4);
      assertThat(receiver.received().get(3).body())
          .contains("\"type\":\"domain.transfer_out_ended\"", kept, "it was refused here");
      billing.delete("/api/v1/webhooks/" + added.body().get("id").asText());
    }
  }

  @Test
  void twoHundredRequestsAreDecidedOnceEachInTheLastMinutes() {
    int many = Integer.getInteger("many", 20);
    List<String> names = IntStream.range(0, many).mapToObj("wanted-%03d.com"::formatted).toList();
    registered();
    registrations.registry(
        names.stream()
            .map("{'domain': '%s', 'account': 'test.user'}"::formatted)
            .collect(Collectors.joining(",", "[", "]")));
    names.forEach(name -> registrations.happen(name, "OUTGOING_REQUESTED"));
    registrations.advance(A_WATCH);
    assertThat(tasks()).hasSize(many);
    registrations.advance(
        Duration.between(
                Instant.parse(registrations.now()),
                jdbc.sql("select min(executes_at) from outgoing_transfer where state = 'OPEN'")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant())
            .minus(LAST_MINUTES)
            .toString());
    assertThat(tasks()).hasSize(many);

    for (String name : names) {
      if (name.endsWith("0.com")) {
        approves(name);
      } else {
        denies(name, "HOLDER_OBJECTS", "A letter.");
      }
    }

    assertThat(Instant.parse(registrations.now()))
        .isBefore(
            jdbc.sql("select min(executes_at) from outgoing_transfer")
                .query(OffsetDateTime.class)
                .single()
                .toInstant());
    for (String name : names) {
      ended(name, name.endsWith("0.com") ? "GONE" : "STAYED");
      assertThat(answers(name)).hasSize(1);
    }
  }

  @Test
  void aResetForgetsThem() {
    String domain = wanted();
    assertThat(task(domain)).isNotNull();

    registrations.startOver();

    noTask(domain);
    assertThat(jdbc.sql("select count(*) from outgoing_transfer").query(Integer.class).single())
        .isZero();
  }
}
