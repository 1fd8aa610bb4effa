package io.domainflow.process.outgoingtransfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.order.leaving.DenialReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An approver answers for a name that somebody else wants. */
class OutgoingTransferApproverTest extends OutgoingTransferStage {

  /** Reasons that a person states for a new name; the others are of the lock and of the reform. */
  private static final Set<DenialReason> REASONS =
      EnumSet.complementOf(
          EnumSet.of(DenialReason.CHANGE_OF_REGISTRANT_LOCK, DenialReason.WITHIN_720_HOURS));

  @Autowired
  OutgoingTransferApproverTest(@LocalServerPort int port, JdbcClient jdbc, DepartedDomains gone) {
    super(port, jdbc, gone);
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
    assertThat(form.at("/lately/value").asText()).isEmpty();
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
        .contains("is being refused, because the lock after a change of registrant is in force")
        .doesNotContain("/holder/");
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
      assertThat(shown(domain, "lookAt")).contains("Two people have to approve");

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

  @Test
  void whoHasOrderedTheCodeDoesNotApprove() {
    String domain = withCodeOrderedByTheApprover();
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    Answer answer = answer(domain, Map.of("decision", "APPROVE"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().toString()).contains("ordered the auth code");
    denies(domain, "FRAUD", "A letter.");
    ended(domain, "STAYED");
  }

  @Test
  void whoHasOrderedTheCodeDoesNotApproveAlsoIfSomebodyElseHasOrderedItSince() {
    String domain = withCodeOrderedByTheApprover();
    belongsTo("billing", domain);
    registrations.awaitAuthCode(registrations.placePlain("AUTH_CODE", domain, ""));
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(answer(domain, Map.of("decision", "APPROVE")).status()).isEqualTo(403);
    assertThat(answers(domain)).isEmpty();
  }

  private String withCodeOrderedByTheApprover() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ", 'transferLock': false"), "COMPLETED");
    belongsTo("approver", domain);
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
    return domain;
  }

  private void belongsTo(String owner, String domain) {
    jdbc.sql("update domain_owner set owner = :owner where domain = :domain")
        .param("owner", owner)
        .param("domain", domain)
        .update();
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
    assertThat(shown(domain, "lookAt")).startsWith("The registrar did not accept");
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
      assertThat(shown(court, "approvalPossible")).isEqualTo("false");
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
    answerDoesNotArrive(domain, () -> approves(domain));
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

  @Test
  void aCodeThatAnOwnerBeforeHasOrderedIsNoReasonToLetItGo() {
    String domain = withCode();
    registrations.give(domain, "billing2");
    registrations.happen(domain, "OUTGOING_REQUESTED");
    registrations.advance(A_WATCH);

    assertThat(shown(domain, "lookAt")).startsWith("Nobody has ordered the auth code");
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
}
