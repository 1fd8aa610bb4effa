package io.domainflow.process.changeofregistrant;

import io.domainflow.process.CalledProcess;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.Variable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of RegistrantConsentProcess.bpmn that Java and the model share. */
@Component
class RegistrantConsentProcess implements CalledProcess {

  static final String KEY = "RegistrantConsentProcess";

  static final String TASK_APPROVE_FOR_NEW_REGISTRANT = "Task_ApproveForNewRegistrant";
  static final String TASK_APPROVE_FOR_PRIOR_REGISTRANT = "Task_ApproveForPriorRegistrant";

  private static final OwnVariables OWN = new OwnVariables();

  /** Whose consent is needed: NEW or PRIOR; set by the calling process. */
  static final Variable<String> SIDE = OWN.text("side");

  /** Whether an approver has to be asked for the consent. */
  static final Variable<Boolean> CONSENT_MISSING = OWN.flag("consentMissing");

  /** Until when the caller who placed the order may answer an approver's question. */
  static final Variable<Instant> ANSWER_DUE_AT = OWN.time("answerDueAt");

  /** Whether the consent is given; for the calling process. */
  static final Variable<Boolean> CONSENT_GIVEN = OWN.flag("consentGiven");

  static final Set<String> VARIABLES = OWN.names();

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  @Override
  public Set<String> handedOver() {
    return Set.of(SIDE.name());
  }

  /**
   * Nothing is pending at the registrar yet: the change continues from the step that it is moved
   * to.
   */
  @Override
  public boolean cancelsItsOrder() {
    return false;
  }
}
