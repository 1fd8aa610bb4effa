package io.domainflow.process;

import io.domainflow.owner.BillingUsers;
import io.domainflow.owner.Callers;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the users of the engine's group {@code billing}, for every caller. */
@Component
class EngineBillingUsers implements BillingUsers {

  private final IdentityService identity;
  private final EngineRights rights;

  EngineBillingUsers(@Lazy IdentityService identity, EngineRights rights) {
    this.identity = identity;
    this.rights = rights;
  }

  @Override
  public boolean isOne(String user) {
    return rights.use(
        () -> identity.createUserQuery().userId(user).memberOfGroup(Callers.CLIENTS).count() == 1);
  }
}
