package io.domainflow.security;

import org.camunda.bpm.engine.authorization.Groups;

/** The engine's groups that have permissions. */
public enum EngineGroup {
  OPERATORS("operators", "Operators"),
  APPROVERS("approvers", "Approvers"),
  ANALYSTS("analysts", "Analysts"),
  BILLING("billing", "Billing systems"),
  ADMINISTRATORS(Groups.CAMUNDA_ADMIN, "Administrators");

  private final String id;
  private final String title;

  EngineGroup(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The group's id in the engine. */
  public String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** The authority that a member of this group has in Spring Security. */
  String authority() {
    return authority(id);
  }

  static String authority(String groupId) {
    return "GROUP_" + groupId;
  }
}
