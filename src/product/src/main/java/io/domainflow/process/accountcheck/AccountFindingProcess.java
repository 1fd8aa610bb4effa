package io.domainflow.process.accountcheck;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of AccountFindingProcess.bpmn that Java and the model share. */
@Component
public class AccountFindingProcess implements AccountProcess {

  static final String KEY = "AccountFindingProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String MESSAGE_FINDING_MADE = "Msg_FindingMade";
  static final String MESSAGE_FINDING_GONE = "Msg_FindingGone";

  /** Name of the account. */
  static final Variable<String> ACCOUNT = OWN.text("account");

  /** Whether the finding is about names and not about the account itself. */
  static final Variable<Boolean> NAMES_CONCERNED = OWN.flag("namesConcerned");

  /** Whether the finding is about the renewal modes of names. */
  static final Variable<Boolean> MODES_CONCERNED = OWN.flag("modesConcerned");

  /** Whether a check found it again. */
  static final Variable<Boolean> FINDING_LASTS = OWN.flag("findingLasts");

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
    return variables(FindingKey.of(businessKey));
  }

  /** The variables a process about a finding starts with. */
  static Map<String, Object> variables(FindingKey key) {
    return StepVariables.of(
        ACCOUNT,
        key.account(),
        NAMES_CONCERNED,
        key.kind().ofNames(),
        MODES_CONCERNED,
        key.kind() == FindingKind.NAMES);
  }
}
