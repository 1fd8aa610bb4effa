package io.domainflow.process.transferlock;

import io.domainflow.process.CalledProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.Variable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Names of TransferLockProcess.bpmn that Java and the model share. The calling process has already
 * recorded, with {@link io.domainflow.order.domain.TransferLocks#begins}, that the lock begins.
 */
@Component
public class TransferLockProcess implements CalledProcess {

  static final String KEY = "TransferLockProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_DOMAIN_NOT_HERE = "Err_DomainNotHere";
  static final String ERROR_STILL_LOCKED = "Err_StillLocked";

  /** Whether the lock after the change of registrant has ended. */
  static final Variable<Boolean> LOCK_OVER = OWN.flag("lockOver");

  /** When to check again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** Whether the transfer lock has the wanted setting afterwards. */
  static final Variable<Boolean> LOCK_AS_WANTED = OWN.flag("lockAsWanted");

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return OWN.names();
  }
}
