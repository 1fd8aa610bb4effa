package io.domainflow.carriedover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open tasks of the earlier version, and what people decide in them under this one. */
final class TasksCarriedOver {

  /** The decisions of people, in one task of each kind, with the resulting status of the order. */
  static final String DECISIONS =
      """
      AccountFindingProcess Task_CorrectAccount            | decision=IGNORE | no order
      AccountFindingProcess Task_CorrectRenewalModes       | decision=SET_MODES | no order
      AccountFindingProcess Task_LookAfterNames            | decision=IGNORE | no order
      AccountOutOfCreditProcess Task_AccountOutOfCredit    | decision=TOPPED_UP | no order
      AuthCodeProcess Task_ApproveAuthCode                 | decision=REFUSE, reason=unknown caller | FAILED APPROVAL_REFUSED
      ChangeOfRegistrantProcess Task_CorrectChange         | decision=GIVE_UP | FAILED GIVEN_UP
      ChangeOfRegistrantProcess Task_CollectAdditionalFields | usPurpose=P3, usNexusCategory=C11 | COMPLETED REGISTRANT_CHANGED
      ChangeOfRegistrantProcess Task_ApproveTradePrice     | decision=APPROVE | COMPLETED REGISTRANT_CHANGED
      ChangeOfRegistrantProcess Task_ChooseLockOrWait      | decision=WAIT_THEN_LOCK | WAITING CONSENT
      ChangeOfRegistrantProcess Task_ChaseConfirmation     | decision=RESEND | WAITING CONFIRMATION
      ChangeOfRegistrantProcess Task_SendSignedForm        | decision=SENT, note=by mail | WAITING SIGNED_FORM
      RegistrantConsentProcess Task_ApproveForNewRegistrant | decision=APPROVE, evidenceReference=ticket 1 | WAITING CONSENT
      RegistrantConsentProcess Task_ApproveForPriorRegistrant | decision=APPROVE, evidenceReference=ticket 2 | COMPLETED REGISTRANT_CHANGED
      ChangeOfRegistrantProcess Task_SettleDisputedChange  | decision=SETTLED | COMPLETED REGISTRANT_CHANGED
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
      DomainReleaseProcess Task_ApproveRelease             | decision=REFUSE, reason=unknown caller | FAILED APPROVAL_REFUSED
      DomainRenewalProcess Task_CorrectRenewal             | decision=RETRY | COMPLETED RENEWED
      DomainRenewalProcess Task_ApproveRenewalPrice        | decision=APPROVE | COMPLETED RENEWED
      DomainRenewalProcess Task_ChaseRenewal               | decision=KEEP_WAITING | WAITING RENEWAL_AT_REGISTRY
      DomainSuspensionProcess Task_CorrectSuspension       | decision=RETRY | COMPLETED CANCELLED_AT_END
      DomainTransferProcess Task_CorrectTransfer           | decision=GIVE_UP | FAILED GIVEN_UP
      DomainTransferProcess Task_ApproveTransferPrice      | decision=APPROVE | WAITING TRANSFER_AT_REGISTRY
      DomainTransferProcess Task_CollectAdditionalFields   | caLegalType=CCT | WAITING TRANSFER_AT_REGISTRY
      DomainTransferProcess Task_ChaseTransfer             | decision=KEEP_WAITING | WAITING CONFIRMATION_MAIL
      DomainTransferProcess Task_SendSignedForm            | decision=SENT, note=by mail | WAITING SIGNED_FORM
      DomainUpdateProcess Task_ApproveUpdate               | decision=REFUSE, reason=unknown caller | FAILED APPROVAL_REFUSED
      DomainUpdateProcess Task_CollectAdditionalFields     | usPurpose=P3, usNexusCategory=C11 | COMPLETED UPDATED
      DomainUpdateProcess Task_CorrectUpdate               | decision=GIVE_UP | FAILED GIVEN_UP
      DriftProcess Task_SettleDrift                        | decision=LEAVE | no order
      OutgoingTransferProcess Task_AnswerOutgoingTransfer  | decision=DENY, reason=HOLDER_OBJECTS, proof=ticket 3 | no order
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
  private final TaskService tasks;
  private final JdbcClient jdbc;

  TasksCarriedOver(int port, TaskService tasks, JdbcClient jdbc) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  record TaskBefore(String id, String process, String task, String group) {

    String kind() {
      return process + " " + task;
    }
  }

  /** Oldest first, but tasks that continue only with a stopped step last. */
  List<TaskBefore> before() {
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

  List<TaskBefore> oneOfEachKind() {
    return before().stream()
        .collect(Collectors.toMap(TaskBefore::kind, task -> task, (first, next) -> first))
        .values()
        .stream()
        .toList();
  }

  Set<String> kinds() {
    return before().stream().map(TaskBefore::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  TaskBefore undone(String kind) {
    return before().stream()
        .filter(task -> task.kind().equals(kind) && open(task) != null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody is in " + kind));
  }

  private Task open(TaskBefore task) {
    return tasks.createTaskQuery().taskId(task.id()).singleResult();
  }

  /** The values that the texts of a form use. */
  static Set<String> namesIn(JsonNode form) {
    return form.findValuesAsText("text").stream()
        .flatMap(text -> TEMPLATE.matcher(text).results())
        .map(template -> QUOTED.matcher(template.group(1)).replaceAll(""))
        .flatMap(words -> NAME.matcher(words).results())
        .map(MatchResult::group)
        .filter(name -> !WORDS_OF_FEEL.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  void submit(TaskBefore task, String decision) {
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

  static String loginFrom(String group) {
    return group.equals("approvers") ? "approver2" : "operator";
  }

  private String domainOf(TaskBefore task) {
    return admin
        .get("/engine-rest/task/" + task.id() + "/form-variables")
        .body()
        .at("/domain/value")
        .asText();
  }

  /** The status of the order of a task, or whether the process continues without an order. */
  String stands(TaskBefore task) {
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
}
