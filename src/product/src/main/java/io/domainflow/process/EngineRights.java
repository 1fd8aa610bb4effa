package io.domainflow.process;

import io.domainflow.owner.Caller;
import io.domainflow.owner.Callers;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Acts on the engine under the application's identity. The caller's permission was checked before,
 * by the owner of the order or account; the engine would require a permission for every instance.
 * {@link CurrentLogin} still knows the caller.
 */
@Component
public class EngineRights {

  private final IdentityService identity;
  private final Callers callers;

  EngineRights(@Lazy IdentityService identity, Callers callers) {
    this.identity = identity;
    this.callers = callers;
  }

  /** The acting caller, as the engine knows it. */
  public Caller caller() {
    Authentication acting = identity.getCurrentAuthentication();
    return callers.of(acting.getUserId(), acting.getGroupIds());
  }

  /**
   * Runs the action.
   *
   * @throws OptimisticLockingFailureException after a conflict with a concurrent change: to be
   *     repeated in another transaction
   */
  public <T> T use(Supplier<T> action) {
    Authentication caller = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return caller == null ? action.get() : CurrentLogin.actingFor(caller.getUserId(), action);
    } catch (OptimisticLockingException e) {
      throw new OptimisticLockingFailureException("a step ended at the same time", e);
    } finally {
      identity.setAuthentication(caller);
    }
  }
}
