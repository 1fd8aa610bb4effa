package io.domainflow.process;

import io.domainflow.order.ProvisioningOrder;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who acts on the engine just now. */
public final class CurrentLogin {

  private CurrentLogin() {}

  /** Whoever works on a task of the order; over the order API that is its caller. */
  public static String of(ProvisioningOrder order) {
    return inTheEngine().orElse(order.login());
  }

  /** Whoever works in the engine; nobody where the application acts in its own name. */
  public static Optional<String> inTheEngine() {
    Authentication current =
        Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication();
    return Optional.ofNullable(current).map(Authentication::getUserId);
  }
}
