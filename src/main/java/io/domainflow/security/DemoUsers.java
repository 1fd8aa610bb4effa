package io.domainflow.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** Users to try things with; the password of each is its name. For the profile demo only. */
class DemoUsers {

  private static final Map<String, EngineGroup> USERS = new LinkedHashMap<>();

  static {
    USERS.put("operator", EngineGroup.OPERATORS);
    USERS.put("operator2", EngineGroup.OPERATORS);
    USERS.put("approver", EngineGroup.APPROVERS);
    USERS.put("approver2", EngineGroup.APPROVERS);
    USERS.put("analyst", EngineGroup.ANALYSTS);
    USERS.put("billing", EngineGroup.BILLING);
    USERS.put("billing2", EngineGroup.BILLING);
  }

  private final IdentityService identity;

  DemoUsers(IdentityService identity) {
    this.identity = identity;
  }

  void ensure() {
    USERS.forEach(this::ensure);
  }

  private void ensure(String name, EngineGroup group) {
    if (identity.createUserQuery().userId(name).count() > 0) {
      return;
    }
    User user = identity.newUser(name);
    user.setFirstName("Demo");
    user.setLastName(name);
    user.setPassword(name);
    identity.saveUser(user);
    identity.createMembership(name, group.id());
  }
}
