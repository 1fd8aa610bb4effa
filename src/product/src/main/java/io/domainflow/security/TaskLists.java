package io.domainflow.security;

import static io.domainflow.security.EngineGroup.APPROVERS;
import static io.domainflow.security.EngineGroup.OPERATORS;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Creates the task lists of operators and approvers in Tasklist. Each is created once: a list that
 * somebody deletes stays deleted, and an edited one stays unchanged.
 *
 * <p>Each shows the most urgent tasks first, by priority and then by due date; Tasklist's own
 * sorting comes after that. Only «All open tasks» can be sorted freely.
 */
class TaskLists {

  /**
   * Property of the engine that says which of them were created: {@code true} for the first ones.
   */
  static final String MADE = "domainflow.taskLists";

  private static final String FIRST = "true";
  private static final String WITH_NAMES_AND_ACCOUNTS = "2";

  private static final List<EngineGroup> OPERATORS_ONLY = List.of(OPERATORS);
  private static final List<EngineGroup> EVERYBODY = List.of(OPERATORS, APPROVERS);

  private static final List<Map<String, Object>> ROW =
      List.of(
          shown("domain", "Domain"),
          shown("about", "About"),
          shown("operationText", "Operation"),
          shown("account", "Account"),
          shown("orderReference", "Order"));

  private final ManagementService management;
  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;

  TaskLists(ProcessEngine engine) {
    management = engine.getManagementService();
    authorizations = engine.getAuthorizationService();
    filters = engine.getFilterService();
    tasks = engine.getTaskService();
  }

  void makeOnce() {
    String made = management.getProperties().get(MADE);
    if (made == null) {
      makeFirst();
    }
    if (made == null || made.equals(FIRST)) {
      makeThoseOfNamesAndAccounts();
      management.setProperty(MADE, WITH_NAMES_AND_ACCOUNTS);
    }
  }

  private void makeFirst() {
    make(
        10,
        "Unassigned",
        "Open tasks of your groups that nobody has claimed",
        EVERYBODY,
        urgentFirst(
            tasks
                .createTaskQuery()
                .taskUnassigned()
                .taskCandidateGroupInExpression(TaskListExpressions.MY_GROUPS)));
    make(
        20,
        "My tasks",
        "Tasks that you have claimed",
        EVERYBODY,
        urgentFirst(tasks.createTaskQuery().taskAssigneeExpression(TaskListExpressions.ME)));
    makeListsBySubject();
    make(
        110,
        "Overdue",
        "Tasks whose time is over",
        EVERYBODY,
        urgentFirst(tasks.createTaskQuery().dueBeforeExpression(TaskListExpressions.NOW)));
    make(
        120,
        "Due today",
        "Tasks that are due before midnight, by the clock of the server",
        EVERYBODY,
        urgentFirst(
            tasks
                .createTaskQuery()
                .dueAfterExpression(TaskListExpressions.START_OF_TODAY)
                .dueBeforeExpression(TaskListExpressions.START_OF_TOMORROW)));
    make(
        130,
        "All open tasks",
        "Every task that you may see, sorted as you like",
        EVERYBODY,
        tasks.createTaskQuery());
  }

  private void makeListsBySubject() {
    make(
        30,
        "Additional fields",
        "Orders that lack what their registry requires",
        OPERATORS_ONLY,
        of("Task_CollectAdditionalFields"));
    make(
        40,
        "Designated-agent approvals",
        "Changes of registrant that you confirm for a registrant",
        List.of(APPROVERS),
        of("Task_ApproveForNewRegistrant", "Task_ApproveForPriorRegistrant"));
    make(
        50,
        "Updates to approve",
        "Changes of what protects a name, that somebody checks first",
        List.of(APPROVERS),
        of("Task_ApproveUpdate"));
    make(
        60,
        "Names that want to leave",
        "Auth codes that somebody checks before they are issued, and names to be given away",
        List.of(APPROVERS),
        of("Task_ApproveAuthCode", "Task_ApproveRelease"));
    make(
        70,
        "Names that others want",
        "Names that another registrar or account has requested, and that leave if nobody answers",
        List.of(APPROVERS),
        of("Task_AnswerOutgoingTransfer"));
    make(
        80,
        "Transfers waiting for a person",
        "Transfers that cannot continue, and names that have arrived and are not set up",
        OPERATORS_ONLY,
        ofProcesses("DomainTransferProcess", "TransferSetupProcess"));
    make(
        90,
        "Money questions",
        "Prices to agree to, and accounts without credit",
        OPERATORS_ONLY,
        of(
            "Task_DecideOnPrice",
            "Task_ApproveTransferPrice",
            "Task_ApproveTradePrice",
            "Task_ApproveRenewalPrice",
            "Task_ApproveRestorePrice",
            "Task_AccountOutOfCredit"));
    make(
        100,
        "Registrar refused",
        "Orders that the registrar does not carry out as they are",
        OPERATORS_ONLY,
        of(
            "Task_CorrectRegistration",
            "Task_CorrectTransfer",
            "Task_CorrectChange",
            "Task_CorrectRenewal",
            "Task_CorrectDeletion",
            "Task_CorrectSuspension",
            "Task_CorrectUpdate"));
  }

  private void makeThoseOfNamesAndAccounts() {
    make(
        101,
        "Changes of registrant",
        "Names that are to get another registrant, and locks that follow a change",
        OPERATORS_ONLY,
        ofProcesses("ChangeOfRegistrantProcess", "TransferLockProcess"));
    make(
        102,
        "Deletions",
        "Names that are to be deleted or suspended, or to be restored",
        OPERATORS_ONLY,
        ofProcesses("DomainDeletionProcess", "DomainSuspensionProcess", "RestorationProcess"));
    make(
        103,
        "Names to look after",
        "Names that are set up otherwise than ordered, or whose registrant still has to act",
        OPERATORS_ONLY,
        ofProcesses("DriftProcess", "RegistrantDutyProcess"));
    make(
        104,
        "Accounts",
        "Accounts without credit or with something to correct, and webhooks that nobody answers",
        OPERATORS_ONLY,
        ofProcesses("AccountFindingProcess", "AccountOutOfCreditProcess", "WebhookTroubleProcess"));
  }

  private TaskQuery ofProcesses(String... processes) {
    return urgentFirst(tasks.createTaskQuery().processDefinitionKeyIn(processes));
  }

  private TaskQuery of(String... taskDefinitionKeys) {
    return urgentFirst(tasks.createTaskQuery().taskDefinitionKeyIn(taskDefinitionKeys));
  }

  private static TaskQuery urgentFirst(TaskQuery query) {
    return query.orderByTaskPriority().desc().orderByDueDate().asc();
  }

  /** The list with the lowest position is at the top of the screen, and is open after the login. */
  private void make(
      int place, String name, String description, List<EngineGroup> readers, TaskQuery query) {
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(
        Map.of("priority", place, "description", description, "refresh", true, "variables", ROW));
    Filter saved = filters.saveFilter(filter);
    readers.forEach(reader -> letRead(reader, saved));
  }

  private void letRead(EngineGroup group, Filter filter) {
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(group.id());
    grant.setResource(Resources.FILTER);
    grant.setResourceId(filter.getId());
    grant.setPermissions(new Permissions[] {Permissions.READ});
    authorizations.saveAuthorization(grant);
  }

  private static Map<String, Object> shown(String variable, String label) {
    return Map.of("name", variable, "label", label);
  }
}
