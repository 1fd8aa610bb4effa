package io.domainflow.security;

import io.domainflow.owner.BillingUsers;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The users of the engine's group {@code billing}. */
@Component
class EngineBillingUsers implements BillingUsers {

  private final IdentityService identity;

  EngineBillingUsers(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public boolean isOne(String user) {
    return identity.createUserQuery().userId(user).memberOfGroup(EngineGroup.BILLING.id()).count()
        == 1;
  }
}
