package io.domainflow.process;

import io.domainflow.order.ProvisioningOrder;
import java.util.List;
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
    return authentication().map(Authentication::getUserId);
  }

  /** The groups of whoever works in the engine. */
  static List<String> groups() {
    return authentication().map(Authentication::getGroupIds).orElse(List.of());
  }

  private static Optional<Authentication> authentication() {
    return Optional.ofNullable(
        Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication());
  }
}
