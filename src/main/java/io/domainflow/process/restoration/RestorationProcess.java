package io.domainflow.process.restoration;

import io.domainflow.process.CalledProcess;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of RestorationProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(RestorationProperties.class)
public class RestorationProcess implements CalledProcess {

  static final String KEY = "RestorationProcess";

  static final String TASK_APPROVE_RESTORE_PRICE = "Task_ApproveRestorePrice";

  static final String ERROR_TERMS_CHANGED = "Err_RestoreTermsChanged";
  static final String ERROR_NOT_RESTORED = "Err_NotRestored";

  /** What can be done: RESTORE, HERE or NOTHING (String). */
  static final String RESTORE_STEP = "restoreStep";

  /** Whether somebody has to agree to the price first (Boolean). */
  static final String PRICE_TO_APPROVE = "priceToApprove";

  /** Whether it runs at the registrar (Boolean). */
  static final String UNDER_WAY = "underWay";

  /** When to look again how it stands (Date). */
  static final String NEXT_LOOK_AT = "nextLookAt";

  /** When to ask an operator (Date). */
  static final String REMIND_AT = "remindAt";

  /** Whether the name is there again (Boolean); for the calling process. */
  static final String RESTORED = "restored";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return Set.of(RESTORE_STEP, PRICE_TO_APPROVE, UNDER_WAY, NEXT_LOOK_AT, REMIND_AT, RESTORED);
  }
}
