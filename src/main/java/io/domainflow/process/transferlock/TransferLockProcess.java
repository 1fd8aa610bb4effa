package io.domainflow.process.transferlock;

import io.domainflow.process.CalledProcess;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Names of TransferLockProcess.bpmn that Java and the model share. Whoever calls it has noted
 * before, with {@link io.domainflow.order.TransferLocks#begins}, that the lock begins.
 */
@Component
public class TransferLockProcess implements CalledProcess {

  static final String KEY = "TransferLockProcess";

  static final String ERROR_DOMAIN_NOT_HERE = "Err_DomainNotHere";
  static final String ERROR_STILL_LOCKED = "Err_StillLocked";

  /** Whether the lock after the change of registrant is over (Boolean). */
  static final String LOCK_OVER = "lockOver";

  /** When to look at it again (Date). */
  static final String NEXT_LOOK_AT = "nextLookAt";

  /** Whether the transfer lock is as it is to be afterwards (Boolean). */
  static final String LOCK_AS_WANTED = "lockAsWanted";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return Set.of(LOCK_OVER, NEXT_LOOK_AT, LOCK_AS_WANTED);
  }
}
