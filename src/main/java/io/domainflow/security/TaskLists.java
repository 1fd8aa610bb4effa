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
 * The lists that operators and approvers find in Tasklist. They are made once: a list that somebody
 * deletes stays deleted, one that is edited stays as it is.
 *
 * <p>Each shows the most urgent first, by priority and then by due date; Tasklist's own sorting
 * comes after that. Only «All open tasks» is sorted as a person likes.
 */
class TaskLists {

  /** Property of the engine that says that they were made. */
  static final String MADE = "domainflow.taskLists";

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
  private int made;

  TaskLists(ProcessEngine engine) {
    management = engine.getManagementService();
    authorizations = engine.getAuthorizationService();
    filters = engine.getFilterService();
    tasks = engine.getTaskService();
  }

  void makeOnce() {
    if (management.getProperties().containsKey(MADE)) {
      return;
    }
    make(
        "Unassigned",
        "Open tasks of your groups that nobody has claimed",
        EVERYBODY,
        urgentFirst(
            tasks
                .createTaskQuery()
                .taskUnassigned()
                .taskCandidateGroupInExpression(TaskListExpressions.MY_GROUPS)));
    make(
        "My tasks",
        "Tasks that you have claimed",
        EVERYBODY,
        urgentFirst(tasks.createTaskQuery().taskAssigneeExpression(TaskListExpressions.ME)));
    makeListsBySubject();
    make(
        "Overdue",
        "Tasks whose time is over",
        EVERYBODY,
        urgentFirst(tasks.createTaskQuery().dueBeforeExpression(TaskListExpressions.NOW)));
    make(
        "Due today",
        "Tasks that are due before midnight, by the clock of the server",
        EVERYBODY,
        urgentFirst(
            tasks
                .createTaskQuery()
                .dueAfterExpression(TaskListExpressions.START_OF_TODAY)
                .dueBeforeExpression(TaskListExpressions.START_OF_TOMORROW)));
    make(
        "All open tasks",
        "Every task that you may see, sorted as you like",
        EVERYBODY,
        tasks.createTaskQuery());
    management.setProperty(MADE, "true");
  }

  private void makeListsBySubject() {
    make(
        "Additional fields",
        "Orders that lack what their registry wants to know",
        OPERATORS_ONLY,
        of("Task_CollectAdditionalFields"));
    make(
        "Designated-agent approvals",
        "Changes of registrant that you confirm for a registrant",
        List.of(APPROVERS),
        of("Task_ApproveForNewRegistrant", "Task_ApproveForPriorRegistrant"));
    make(
        "Updates to approve",
        "Changes of what protects a name, which somebody looks at first",
        List.of(APPROVERS),
        of("Task_ApproveUpdate"));
    make(
        "Names that want to leave",
        "Auth codes that somebody looks at before they are issued, and names to be given away",
        List.of(APPROVERS),
        of("Task_ApproveAuthCode", "Task_ApproveRelease"));
    make(
        "Names that others want",
        "Names that another registrar or account has asked for, and that go if nobody answers",
        List.of(APPROVERS),
        of("Task_AnswerOutgoingTransfer"));
    make(
        "Transfers waiting for a person",
        "Transfers that cannot continue, and names that have arrived and are not set up",
        OPERATORS_ONLY,
        urgentFirst(
            tasks
                .createTaskQuery()
                .processDefinitionKeyIn("DomainTransferProcess", "TransferSetupProcess")));
    make(
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

  private TaskQuery of(String... taskDefinitionKeys) {
    return urgentFirst(tasks.createTaskQuery().taskDefinitionKeyIn(taskDefinitionKeys));
  }

  private static TaskQuery urgentFirst(TaskQuery query) {
    return query.orderByTaskPriority().desc().orderByDueDate().asc();
  }

  /** The first one that is made stands first on the screen, and is open after the login. */
  private void make(String name, String description, List<EngineGroup> readers, TaskQuery query) {
    made++;
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(
        Map.of(
            "priority", 10 * made, "description", description, "refresh", true, "variables", ROW));
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
