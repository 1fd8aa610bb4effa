package io.domainflow.process.restoration;

import io.domainflow.process.CalledProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.Variable;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of RestorationProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(RestorationProperties.class)
public class RestorationProcess implements CalledProcess {

  static final String KEY = "RestorationProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String TASK_APPROVE_RESTORE_PRICE = "Task_ApproveRestorePrice";

  static final String ERROR_TERMS_CHANGED = "Err_RestoreTermsChanged";
  static final String ERROR_NOT_RESTORED = "Err_NotRestored";

  /** What to do: RESTORE, HERE or NOTHING. */
  static final Variable<String> RESTORE_STEP = OWN.text("restoreStep");

  /** Whether somebody has to agree to the price first. */
  static final Variable<Boolean> PRICE_TO_APPROVE = OWN.flag("priceToApprove");

  /** Whether the restore has not finished at the registrar. */
  static final Variable<Boolean> UNDER_WAY = OWN.flag("underWay");

  /** When to check the restore again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** When to ask an operator. */
  static final Variable<Instant> REMIND_AT = OWN.time("remindAt");

  /** Whether the name is there again; for the calling process. */
  static final Variable<Boolean> RESTORED = OWN.flag("restored");

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return OWN.names();
  }
}
