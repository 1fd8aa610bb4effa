package io.domainflow.carriedover;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowApplication;
import io.domainflow.OneApplication;
import io.domainflow.order.AcceptedInput;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.wanted.Operation;
import io.domainflow.process.worker.Worker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Orders in every task and every wait of an earlier version continue under this one: each is where
 * it was, people see what they have to decide, and all of them continue.
 */
@SpringBootTest(
    classes = DomainflowApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "domainflow.sandbox.enabled=true",
      "domainflow.account-check.enabled=false",
      "domainflow.transfer-watch.enabled=false",
      "domainflow.webhooks.timeout=PT2S"
    })
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {OneApplication.class, KeptVersion.class})
@TestExecutionListeners(listeners = OneApplication.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class CarriedOverTest {

  private static final String CONSENTS_WITHIN =
      "the change of registrant called no process for a consent before 1.4.0, and had its steps";

  /** Processes that the earlier version did not have. */
  private static final Set<String> NEW_SINCE =
      Set.of(
          "DomainUpdateProcess",
          "DriftProcess",
          "OutgoingTransferProcess",
          "AuthCodeProcess",
          "AuthCodeLockProcess",
          "DomainReleaseProcess");

  /**
   * Waits in which no instance was, each with the reason. A wait of a later model also belongs
   * here.
   */
  private static final Map<String, String> NOBODY_IN =
      Map.ofEntries(
          entry(
              "ChangeOfRegistrantProcess IntermediateEvent_NextChase",
              "the model has it since 1.4.0"),
          entry(
              "ChangeOfRegistrantProcess Task_CancelOverdueChange",
              "the registrar ends what nobody confirms; this step is for when it does not"),
          entry(
              "ChangeOfRegistrantProcess Task_SettleDisputedChange",
              "the model has it since 1.3.0"),
          entry("ChangeOfRegistrantProcess CallActivity_NewConsent", CONSENTS_WITHIN),
          entry("ChangeOfRegistrantProcess CallActivity_PriorConsent", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess BoundaryEvent_NoAnswer", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess Task_ApproveForNewRegistrant", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess Task_ApproveForPriorRegistrant", CONSENTS_WITHIN),
          entry("RegistrantConsentProcess Task_AwaitAnswer", CONSENTS_WITHIN),
          entry(
              "DomainTransferProcess Task_WithdrawAsRequested",
              "the order that stood there ended with its transfer, which nobody confirmed"),
          entry("TransferWatchProcess Task_ListOutgoingTransfers", "the model has it since 1.1.0"));

  /** The decisions of people, in one task of each kind, with the resulting status of the order. */
  private static final String DECISIONS =
      """
      AccountFindingProcess Task_CorrectAccount            | decision=IGNORE | no order
      AccountFindingProcess Task_CorrectRenewalModes       | decision=SET_MODES | no order
      AccountFindingProcess Task_LookAfterNames            | decision=IGNORE | no order
      AccountOutOfCreditProcess Task_AccountOutOfCredit    | decision=TOPPED_UP | no order
      ChangeOfRegistrantProcess Task_CorrectChange         | decision=GIVE_UP | FAILED GIVEN_UP
      ChangeOfRegistrantProcess Task_CollectAdditionalFields | usPurpose=P3, usNexusCategory=C11 | COMPLETED REGISTRANT_CHANGED
      ChangeOfRegistrantProcess Task_ApproveTradePrice     | decision=APPROVE | COMPLETED REGISTRANT_CHANGED
      ChangeOfRegistrantProcess Task_ChooseLockOrWait      | decision=WAIT_THEN_LOCK | WAITING CONSENT
      ChangeOfRegistrantProcess Task_ApproveForNewRegistrant | decision=APPROVE, evidenceReference=ticket 1 | WAITING CONSENT
      ChangeOfRegistrantProcess Task_ApproveForPriorRegistrant | decision=APPROVE, evidenceReference=ticket 2 | COMPLETED REGISTRANT_CHANGED
      ChangeOfRegistrantProcess Task_ChaseConfirmation     | decision=RESEND | WAITING CONFIRMATION
      ChangeOfRegistrantProcess Task_SendSignedForm        | decision=SENT, note=by mail | WAITING SIGNED_FORM
      DomainDeletionProcess Task_ConfirmDeletion           | decision=DELETE, confirmDomain=<domain> | WAITING DELETION_PENDING
      DomainDeletionProcess Task_CorrectDeletion           | decision=RETRY | WAITING DELETION_PENDING
      DomainDeletionProcess Task_ChaseDeletion             | decision=GIVE_UP | FAILED GIVEN_UP
      DomainRegistrationProcess Task_DecideOnPrice         | decision=APPROVE | COMPLETED REGISTERED
      DomainRegistrationProcess Task_DecideOnClaimsNotice  | decision=ACCEPT | COMPLETED REGISTERED
      DomainRegistrationProcess Task_CollectAdditionalFields | usPurpose=P3, usNexusCategory=C11 | COMPLETED REGISTERED
      DomainRegistrationProcess Task_CorrectRegistration   | decision=GIVE_UP | FAILED REGISTRAR_REFUSED
      DomainRegistrationProcess Task_ChaseRegistration     | decision=KEEP_WAITING | WAITING SIGNED_FORM
      DomainRegistrationProcess Task_SendSignedForm        | decision=SENT, note=by fax | WAITING SIGNED_FORM
      DomainRegistrationProcess Task_ResolveDifference     | decision=ACCEPT | COMPLETED REGISTERED
      DomainRenewalProcess Task_CorrectRenewal             | decision=RETRY | COMPLETED RENEWED
      DomainRenewalProcess Task_ApproveRenewalPrice        | decision=APPROVE | COMPLETED RENEWED
      DomainRenewalProcess Task_ChaseRenewal               | decision=KEEP_WAITING | WAITING RENEWAL_AT_REGISTRY
      DomainSuspensionProcess Task_CorrectSuspension       | decision=RETRY | COMPLETED CANCELLED_AT_END
      DomainTransferProcess Task_CorrectTransfer           | decision=GIVE_UP | FAILED GIVEN_UP
      DomainTransferProcess Task_ApproveTransferPrice      | decision=APPROVE | WAITING TRANSFER_AT_REGISTRY
      DomainTransferProcess Task_CollectAdditionalFields   | caLegalType=CCT | WAITING TRANSFER_AT_REGISTRY
      DomainTransferProcess Task_ChaseTransfer             | decision=KEEP_WAITING | WAITING CONFIRMATION_MAIL
      DomainTransferProcess Task_SendSignedForm            | decision=SENT, note=by mail | WAITING SIGNED_FORM
      RegistrantDutyProcess Task_RemindRegistrant          | decision=DONE | COMPLETED REGISTERED
      RegistrantDutyProcess Task_SettleLostName            | decision=SETTLED | COMPLETED REGISTERED
      RestorationProcess Task_ApproveRestorePrice          | decision=APPROVE | WAITING RESTORE_AT_REGISTRY
      RestorationProcess Task_ChaseRestoration             | decision=KEEP_WAITING | WAITING RESTORE_AT_REGISTRY
      TransferLockProcess Task_SetTransferLock             | decision=LEAVE_AS_IS | COMPLETED REGISTRANT_CHANGED
      TransferSetupProcess Task_FinishTransferSetup        | decision=LEAVE_AS_IS | COMPLETED TRANSFERRED
      WebhookTroubleProcess Task_LookAfterWebhook          | decision=LEAVE | no order
      """;

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.+?)}}");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
  private static final Set<String> WORDS_OF_FEEL =
      Set.of("if", "then", "else", "null", "or", "and", "true", "false");

  private final int port;
  private final Caller admin;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ExternalTaskService steps;
  private final JdbcClient jdbc;
  private final List<Worker<?>> workers;

  @Autowired
  CarriedOverTest(
      @LocalServerPort int port,
      RuntimeService runtime,
      TaskService tasks,
      ExternalTaskService steps,
      JdbcClient jdbc,
      List<Worker<?>> workers) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.runtime = runtime;
    this.tasks = tasks;
    this.steps = steps;
    this.jdbc = jdbc;
    this.workers = workers;
  }

  @Test
  @Order(0)
  void everyWaitOfTheModelsHadSomebodyInItOrHasAReason() {
    Set<Wait> without = Wait.ofTheModels();
    without.removeAll(Wait.in(jdbc, KeptVersion.BEFORE));
    without.removeIf(wait -> NEW_SINCE.contains(wait.process()));

    assertThat(without)
        .as("waits that nobody was in")
        .map(Wait::toString)
        .containsExactlyInAnyOrderElementsOf(NOBODY_IN.keySet());
  }

  private record OrderBefore(
      String reference,
      String status,
      String who,
      String code,
      Instant until,
      String taskId,
      String outcome,
      String failure,
      String charged) {

    /**
     * The registrar may have been asked since the start, which moves the time of the next look;
     * after «Keep waiting» it lay in the past then, and that look corrects it.
     */
    OrderBefore lookedAtSince(Instant now) {
      boolean later =
          until != null
              && until.isBefore(KeptVersion.stoppedAt().plus(Duration.ofMinutes(15)))
              && now != null
              && now.isAfter(until);
      return "REGISTRAR".equals(who) && later
          ? new OrderBefore(reference, status, who, code, now, taskId, outcome, failure, charged)
          : this;
    }
  }

  @Test
  @Order(1)
  void everyOrderIsWhereItWas() {
    Map<String, JsonNode> now = orders();
    List<OrderBefore> before =
        jdbc.sql(
                """
                select *,
                  case status when 'COMPLETED' then outcome_code end as outcome,
                  case status when 'FAILED' then failure_reason end as failure
                from before.provisioning_order
                """)
            .query(
                (row, n) ->
                    new OrderBefore(
                        row.getString("reference"),
                        row.getString("status"),
                        told(row),
                        row.getString("waiting_code"),
                        instant(row.getTimestamp("waiting_until")),
                        row.getString("waiting_task_id"),
                        row.getString("outcome"),
                        row.getString("failure"),
                        row.getString("charged")))
            .list();

    assertThat(before).hasSizeGreaterThan(300);
    assertThat(before)
        .allSatisfy(
            order -> {
              OrderBefore seen = seen(now.get(order.reference()));
              assertThat(seen).isEqualTo(order.lookedAtSince(seen.until()));
            });
  }

  private static String told(ResultSet order) throws SQLException {
    return order.getString("waiting_who") == null
        ? null
        : AcceptedInput.who(
                Operation.valueOf(order.getString("operation")),
                Who.valueOf(order.getString("waiting_who")),
                Code.valueOf(order.getString("waiting_code")))
            .name();
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static OrderBefore seen(JsonNode order) {
    String until = text(order, "/waitingFor/until");
    return new OrderBefore(
        text(order, "/reference"),
        text(order, "/status"),
        text(order, "/waitingFor/who"),
        text(order, "/waitingFor/code"),
        until == null ? null : Instant.parse(until),
        text(order, "/waitingFor/taskId"),
        text(order, "/outcome/code"),
        text(order, "/failure/reason"),
        text(order, "/charged"));
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).asText(null);
  }

  /** All orders by reference. */
  private Map<String, JsonNode> orders() {
    Map<String, JsonNode> all = new HashMap<>();
    String after = "";
    do {
      JsonNode page = admin.get("/api/v1/orders?limit=250" + after).body();
      page.get("orders").forEach(order -> all.put(order.get("reference").asText(), order));
      after =
          page.get("next").isNull()
              ? ""
              : "&after=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8);
    } while (!after.isEmpty());
    return all;
  }

  /**
   * A member with an invalid value changes nothing, and shows whether the member itself is
   * accepted.
   */
  @Test
  @Order(1)
  void everyOrderTakesTheInputThatItSays() {
    Map<String, JsonNode> oneOfEach = new TreeMap<>();
    orders().values().stream()
        .filter(order -> order.get("waitingFor").isObject())
        .forEach(
            order ->
                oneOfEach.put(
                    text(order, "/operation") + " " + text(order, "/waitingFor/code"), order));
    Set<String> members = new TreeSet<>();
    oneOfEach.values().forEach(order -> members.addAll(accepts(order)));

    SoftAssertions all = new SoftAssertions();
    oneOfEach.forEach(
        (kind, order) ->
            all.assertThat(members.stream().filter(member -> takes(order, member)))
                .as(kind)
                .containsExactlyInAnyOrderElementsOf(accepts(order)));
    all.assertAll();
    assertThat(oneOfEach.values().stream().filter(order -> !accepts(order).isEmpty()))
        .extracting(order -> text(order, "/waitingFor/code"))
        .as("whatever can be given, some order waits for")
        .containsAll(codesWithInput());
  }

  private static Set<String> codesWithInput() {
    Set<String> codes = new TreeSet<>();
    for (Operation operation : Operation.values()) {
      for (Code code : Code.values()) {
        if (!AcceptedInput.accepts(operation, code).isEmpty()) {
          codes.add(code.name());
        }
      }
    }
    return codes;
  }

  private static List<String> accepts(JsonNode order) {
    return order.at("/waitingFor/accepts").valueStream().map(JsonNode::asText).toList();
  }

  private boolean takes(JsonNode order, String member) {
    Answer answer =
        admin.post("/api/v1/orders/" + text(order, "/id") + "/input", "{'" + member + "': [[1]]}");
    assertThat(answer.status()).as(order + " " + member).isIn(400, 409);
    Set<String> refusals = Set.of("NOT_OFFERED", "UNKNOWN_MEMBER");
    return answer.status() == 400
        && answer
            .body()
            .get("errors")
            .valueStream()
            .noneMatch(
                error ->
                    text(error, "/field").equals("body")
                        || (text(error, "/field").equals(member)
                            && refusals.contains(text(error, "/code"))));
  }

  private record Place(String instance, String activity) {}

  @Test
  @Order(2)
  void everyInstanceIsWhereItWas() {
    Map<String, Set<String>> before =
        jdbc
            .sql(
                """
                select proc_inst_id_, act_id_ from before.act_ru_execution
                where act_id_ is not null and is_active_
                """)
            .query((row, n) -> new Place(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Place::instance,
                    Collectors.mapping(Place::activity, Collectors.toCollection(TreeSet::new))));

    assertThat(before).hasSizeGreaterThan(100);
    // A check may have become due while the application started; it returns to its wait.
    await()
        .untilAsserted(
            () ->
                assertThat(before)
                    .allSatisfy(
                        (instance, activities) ->
                            assertThat(new TreeSet<>(runtime.getActiveActivityIds(instance)))
                                .isEqualTo(activities)));
    assertThat(runtime.createIncidentQuery().count())
        .isEqualTo(
            jdbc.sql("select count(*) from before.act_ru_incident").query(Long.class).single());
  }

  private record TaskBefore(String id, String process, String task, String group) {

    String kind() {
      return process + " " + task;
    }
  }

  /** Oldest first, but tasks that continue only with a stopped step last. */
  private List<TaskBefore> tasksBefore() {
    return jdbc.sql(
            """
            select task.id_, model.key_, task.task_def_key_, who.group_id_
            from before.act_ru_task task
            join before.act_re_procdef model on model.id_ = task.proc_def_id_
            join before.act_ru_identitylink who on who.task_id_ = task.id_ and who.type_ = 'candidate'
            order by
              exists (
                select 1 from before.act_ru_ext_task step
                where step.proc_inst_id_ = task.proc_inst_id_ and step.retries_ is null),
              task.create_time_, task.id_
            """)
        .query(
            (row, n) ->
                new TaskBefore(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  private static String loginFrom(String group) {
    return group.equals("approvers") ? "approver2" : "operator";
  }

  private String domainOf(TaskBefore task) {
    return admin
        .get("/engine-rest/task/" + task.id() + "/form-variables")
        .body()
        .at("/domain/value")
        .asText();
  }

  /**
   * Names belong to the owner whose order brought them; open orders, to the owner of their name.
   */
  @Test
  @Order(2)
  void everyNameHasItsOwner() {
    Map<String, String> brought = new HashMap<>();
    jdbc.sql(
            """
            select account || '/' || domain as name, login from provisioning_order
            where outcome_code in ('REGISTERED', 'TRANSFERRED', 'ACCOUNT_CHANGED')
              and status in ('COMPLETED', 'IN_PROGRESS', 'WAITING')
            order by created_at
            """)
        .query(
            row -> {
              brought.put(row.getString("name"), row.getString("login"));
            });
    Map<String, String> owners = new HashMap<>();
    jdbc.sql("select account || '/' || domain as name, owner from domain_owner")
        .query(
            row -> {
              owners.put(row.getString("name"), row.getString("owner"));
            });

    assertThat(brought.values()).contains("billing", "billing2");
    assertThat(owners).containsAllEntriesOf(brought).hasSameSizeAs(brought);
    assertThat(
            jdbc.sql("select count(*) from domain_owner_change where how = 'CARRIED_OVER'")
                .query(Integer.class)
                .single())
        .as("also what is nobody's")
        .isGreaterThan(owners.size());
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from provisioning_order o
                    left join domain_owner d on d.account = o.account and d.domain = o.domain
                    where case when o.status not in ('IN_PROGRESS', 'WAITING')
                        or (d.owner is null and o.operation in ('REGISTER', 'TRANSFER'))
                      then o.owner is distinct from o.login
                      else o.owner is distinct from d.owner end
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @Order(3)
  void everyTaskShowsWhatThereIsToDecideOn() {
    SoftAssertions all = new SoftAssertions();
    for (TaskBefore task : tasksBefore()) {
      Caller person = new Caller(port, loginFrom(task.group()));
      String path = "/engine-rest/task/" + task.id();
      Answer form = person.get(path + "/deployed-form");
      Answer shown = person.get(path + "/form-variables");
      all.assertThat(form.status()).as(task + " form").isEqualTo(200);
      all.assertThat(shown.status()).as(task + " shows").isEqualTo(200);
      Set<String> values = new TreeSet<>();
      shown.body().fieldNames().forEachRemaining(values::add);
      all.assertThat(values).as(task.toString()).containsAll(namesIn(form.body()));
    }
    all.assertAll();
  }

  /** The values that the texts of a form use. */
  private static Set<String> namesIn(JsonNode form) {
    return form.findValuesAsText("text").stream()
        .flatMap(text -> TEMPLATE.matcher(text).results())
        .map(template -> QUOTED.matcher(template.group(1)).replaceAll(""))
        .flatMap(words -> NAME.matcher(words).results())
        .map(MatchResult::group)
        .filter(name -> !WORDS_OF_FEEL.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @Order(4)
  void oneTaskOfEachKindIsDone() {
    Map<String, String> expected = new TreeMap<>();
    Map<String, TaskBefore> done = new TreeMap<>();
    DECISIONS
        .lines()
        .map(line -> line.split(" *\\| *", -1))
        .forEach(
            row -> {
              TaskBefore task = undone(row[0]);
              submit(task, row[1]);
              done.put(row[0], task);
              expected.put(row[0], row[2]);
            });

    assertThat(done.keySet()).isEqualTo(kindsOfTasks());
    await()
        .untilAsserted(
            () -> {
              Map<String, String> now = new TreeMap<>();
              done.forEach((kind, task) -> now.put(kind, stands(task)));
              assertThat(now).isEqualTo(expected);
            });
  }

  private Set<String> kindsOfTasks() {
    return tasksBefore().stream()
        .map(TaskBefore::kind)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void submit(TaskBefore task, String decision) {
    String login =
        Optional.ofNullable(open(task).getAssignee()).orElseGet(() -> loginFrom(task.group()));
    Caller person = new Caller(port, login);
    String path = "/engine-rest/task/" + task.id();
    String variables =
        Stream.of(decision.split(", ", -1))
            .map(field -> field.split("=", -1))
            .map(
                field ->
                    "'%s': {'value': '%s', 'type': 'String'}"
                        .formatted(field[0], field[1].replace("<domain>", domainOf(task))))
            .collect(Collectors.joining(", ", "{'variables': {", "}}"));

    assertThat(person.post(path + "/claim", "{'userId': '" + login + "'}").status()).isEqualTo(204);
    Answer done = person.post(path + "/submit-form", variables);
    assertThat(done.status()).as(task + ": " + done.body()).isEqualTo(204);
  }

  private TaskBefore undone(String kind) {
    return tasksBefore().stream()
        .filter(task -> task.kind().equals(kind) && open(task) != null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody is in " + kind));
  }

  private Task open(TaskBefore task) {
    return tasks.createTaskQuery().taskId(task.id()).singleResult();
  }

  /** The status of the order of a task, or whether the process continues without an order. */
  private String stands(TaskBefore task) {
    if (open(task) != null) {
      return "the task is open still";
    }
    return jdbc.sql(
            """
            select concat_ws(' ', status, waiting_code, outcome_code, failure_reason)
            from before.act_ru_task task
            join before.act_ru_execution run on run.id_ = task.proc_inst_id_
            join provisioning_order on reference = run.business_key_
            where task.id_ = :task
            """)
        .param("task", task.id())
        .query(String.class)
        .optional()
        .orElse("no order");
  }

  private record OpenOrder(String reference, String kind) {}

  /** Orders whose cancellation is refused, because they are pending at the registrar or done. */
  private static final Set<String> REFUSED =
      Set.of(
          "DELETE DELETION_PENDING",
          "REGISTER OUTCOME_UNKNOWN",
          "REGISTER REGISTERED_DIFFERENTLY",
          "RENEW RENEWAL_AT_REGISTRY",
          "RESTORE RESTORE_AT_REGISTRY",
          "TRANSFER CONTACTS_AFTER_TRANSFER",
          "TRANSFER SETUP_AFTER_TRANSFER",
          "TRANSFER UNINTENDED_TRADE");

  @Test
  @Order(5)
  void oneOrderOfEachKindIsCancelled() {
    List<OpenOrder> oneOfEach =
        jdbc.sql(
                """
                select distinct on (old.operation, old.waiting_code)
                  old.reference, old.operation || ' ' || old.waiting_code as kind
                from before.provisioning_order old
                join provisioning_order present
                  on present.id = old.id and present.status = old.status
                    and present.waiting_code = old.waiting_code
                where old.status = 'WAITING'
                order by old.operation, old.waiting_code, old.created_at desc
                """)
            .query(OpenOrder.class)
            .list();

    Set<String> refused = new TreeSet<>();
    List<OpenOrder> cancelled = new ArrayList<>();
    for (OpenOrder order : oneOfEach) {
      Answer answer = admin.postExactly("/api/v1/orders/" + order.reference() + "/cancel", "");
      if (answer.status() == 409) {
        refused.add(order.kind());
      } else {
        assertThat(answer.status()).as(order + ": " + answer.body()).isEqualTo(200);
        cancelled.add(order);
      }
    }

    assertThat(oneOfEach).hasSizeGreaterThan(30);
    assertThat(refused).isEqualTo(REFUSED);
    await()
        .untilAsserted(
            () -> {
              Map<String, JsonNode> now = orders();
              assertThat(cancelled)
                  .allSatisfy(
                      order ->
                          assertThat(text(now.get(order.reference()), "/status"))
                              .isEqualTo("CANCELLED"));
            });
  }

  @Test
  @Order(6)
  void everyInterruptedStepIsCompleted() {
    long incidents = runtime.createIncidentQuery().count();
    List<String> stopped =
        jdbc.sql("select id_ from before.act_ru_ext_task where retries_ is null")
            .query(String.class)
            .list();

    steps
        .createExternalTaskQuery()
        .workerId("dead-node")
        .list()
        .forEach(step -> steps.unlock(step.getId()));

    assertThat(stopped).hasSizeGreaterThan(60);
    assertThat(
            jdbc.sql("select topic_name_ from before.act_ru_ext_task where retries_ is null")
                .query(String.class)
                .list())
        .as("steps that only models before had")
        .containsAll(workers.stream().flatMap(worker -> worker.formerTopics().stream()).toList());
    await()
        .untilAsserted(
            () ->
                assertThat(
                        steps
                            .createExternalTaskQuery()
                            .externalTaskIdIn(Set.copyOf(stopped))
                            .list())
                    .isEmpty());
    assertThat(runtime.createIncidentQuery().count()).isEqualTo(incidents);
  }
}
