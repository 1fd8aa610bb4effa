package io.domainflow.security;

import static io.domainflow.security.EngineGroup.ANALYSTS;
import static io.domainflow.security.EngineGroup.APPROVERS;
import static io.domainflow.security.EngineGroup.BILLING;
import static io.domainflow.security.EngineGroup.OPERATORS;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;

/**
 * Creates the groups and their authorizations. Missing ones are added at each start; an
 * authorization that an administrator has changed stays as it is, one that was removed is created
 * again.
 *
 * <p>No group gets authorizations for tasks here: the engine gives them to the candidate group of
 * each task, so that operators and approvers see and work on their own tasks only.
 */
class AccessRights {

  /** The processes that can be started from outside; the others are called by these. */
  static final List<String> STARTABLE =
      List.of(
          "DomainRegistrationProcess",
          "DomainTransferProcess",
          "ChangeOfRegistrantProcess",
          "DomainRenewalProcess",
          "DomainDeletionProcess",
          "DomainSuspensionProcess",
          "DomainUpdateProcess",
          "AuthCodeProcess",
          "DomainReleaseProcess");

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  AccessRights(ProcessEngine engine) {
    identity = engine.getIdentityService();
    authorizations = engine.getAuthorizationService();
  }

  void ensure() {
    // the administrators' group comes with the first administrator
    for (EngineGroup group : List.of(OPERATORS, APPROVERS, ANALYSTS, BILLING)) {
      ensureGroup(group);
    }
    for (EngineGroup group : List.of(OPERATORS, APPROVERS)) {
      grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
      grant(
          group,
          Resources.PROCESS_DEFINITION,
          ANY,
          ProcessDefinitionPermissions.READ,
          // the rows of the task list show the order's domain, operation, account and reference
          ProcessDefinitionPermissions.READ_INSTANCE);
      letStart(group);
    }
    letStart(BILLING);

    grant(ANALYSTS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    grant(
        ANALYSTS,
        Resources.PROCESS_DEFINITION,
        ANY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_TASK);
    // the tasks again: Cockpit's page of human tasks counts them by group
    grant(ANALYSTS, Resources.TASK, ANY, TaskPermissions.READ);
    grant(ANALYSTS, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    grant(ANALYSTS, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    grant(ANALYSTS, Resources.DEPLOYMENT, ANY, Permissions.READ);
  }

  private void ensureGroup(EngineGroup group) {
    if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
      Group created = identity.newGroup(group.id());
      created.setName(group.title());
      created.setType(Groups.GROUP_TYPE_WORKFLOW);
      identity.saveGroup(created);
    }
  }

  private void letStart(EngineGroup group) {
    STARTABLE.forEach(process -> letStart(group, process));
    grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
  }

  void letStart(EngineGroup group, String process) {
    grant(
        group,
        Resources.PROCESS_DEFINITION,
        process,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.CREATE_INSTANCE);
  }

  private void grant(
      EngineGroup group, Resource resource, String resourceId, Permission... permissions) {
    boolean known =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(resourceId)
                .count()
            > 0;
    if (known) {
      return;
    }
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(group.id());
    grant.setResource(resource);
    grant.setResourceId(resourceId);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}
