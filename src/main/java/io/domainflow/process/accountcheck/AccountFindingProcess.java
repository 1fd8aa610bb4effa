package io.domainflow.process.accountcheck;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OrderVariables;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of AccountFindingProcess.bpmn that Java and the model share. */
@Component
public class AccountFindingProcess implements AccountProcess {

  static final String KEY = "AccountFindingProcess";

  static final String MESSAGE_FINDING_MADE = "Msg_FindingMade";
  static final String MESSAGE_FINDING_GONE = "Msg_FindingGone";

  /** Name of the account (String). */
  static final String ACCOUNT = "account";

  /** Whether it is about names and not about the account itself (Boolean). */
  static final String NAMES_CONCERNED = "namesConcerned";

  /** Whether it is about the renewal modes of names (Boolean). */
  static final String MODES_CONCERNED = "modesConcerned";

  /** Whether a look found it again (Boolean). */
  static final String FINDING_LASTS = "findingLasts";

  private static final Set<String> VARIABLES =
      Set.of(ACCOUNT, NAMES_CONCERNED, MODES_CONCERNED, FINDING_LASTS, OrderVariables.DECISION);

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
    return Map.of(
        ACCOUNT,
        key.account(),
        NAMES_CONCERNED,
        key.kind().ofNames(),
        MODES_CONCERNED,
        key.kind() == FindingKind.NAMES);
  }
}
