package io.domainflow.process;

import io.domainflow.order.ProvisioningOrder;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who acts on the engine just now. */
public final class CurrentLogin {

  private CurrentLogin() {}

  /** Whoever works on a task of the order; over the order API that is its caller. */
  public static String of(ProvisioningOrder order) {
    Authentication current =
        Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
    return current == null || current.getUserId() == null ? order.login() : current.getUserId();
  }
}
