package io.domainflow.process.drift;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.domain.NameKey;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of DriftProcess.bpmn that Java and the model share. */
@Component
public class DriftProcess implements AccountProcess {

  static final String KEY = "DriftProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String TASK_SETTLE_DRIFT = "Task_SettleDrift";

  static final String MESSAGE_DRIFT_FOUND = "Msg_DriftFound";
  static final String MESSAGE_DRIFT_GONE = "Msg_DriftGone";

  /** Name of the account. */
  static final Variable<String> ACCOUNT = OWN.text("account");

  /** The name as people read it. */
  static final Variable<String> DOMAIN = OWN.text("domain");

  /** Whether the name still differs after it was corrected. */
  static final Variable<Boolean> DRIFT_LASTS = OWN.flag("driftLasts");

  private static final Set<String> VARIABLES = OWN.namesAnd(OrderVariables.DECISION);

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  @Override
  public Map<String, Object> subject(String businessKey) {
    return variables(NameKey.of(businessKey));
  }

  /** The variables that a process about a name starts with. */
  static Map<String, Object> variables(NameKey key) {
    return StepVariables.of(ACCOUNT, key.account(), DOMAIN, key.domain().unicode());
  }
}
