package io.domainflow.security.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates demo users, once their groups exist; the password of each is its name. For the profile
 * demo only.
 */
@Component
@Profile("demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoUsers extends AbstractProcessEnginePlugin {

  private static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("operator", "operators");
    GROUPS.put("operator2", "operators");
    GROUPS.put("approver", "approvers");
    GROUPS.put("approver2", "approvers");
    GROUPS.put("analyst", "analysts");
    GROUPS.put("billing", "billing");
    GROUPS.put("billing2", "billing");
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    IdentityService identity = engine.getIdentityService();
    ((ProcessEngineImpl) engine)
        .getProcessEngineConfiguration()
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              // nodes that start at the same time must not both create them
              context.getPropertyManager().acquireExclusiveLockForStartup();
              GROUPS.forEach((name, group) -> ensure(name, group, identity));
              return null;
            });
  }

  private static void ensure(String name, String group, IdentityService identity) {
    if (identity.createUserQuery().userId(name).count() > 0) {
      return;
    }
    User user = identity.newUser(name);
    user.setFirstName("Demo");
    user.setLastName(name);
    user.setPassword(name);
    identity.saveUser(user);
    identity.createMembership(name, group);
  }
}
