package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Operation;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.StartForm;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.paperwork.PaperWait;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of ChangeOfRegistrantProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(ChangeProperties.class)
public class ChangeOfRegistrantProcess implements ProcessContract {

  static final String KEY = "ChangeOfRegistrantProcess";

  static final String TASK_DECIDE_TERMS_OF_UPDATE = "Task_DecideTermsOfUpdate";
  static final String TASK_APPROVE_FOR_NEW_REGISTRANT = "Task_ApproveForNewRegistrant";
  static final String TASK_APPROVE_FOR_PRIOR_REGISTRANT = "Task_ApproveForPriorRegistrant";
  static final String TASK_CHASE_CONFIRMATION = "Task_ChaseConfirmation";

  static final String ERROR_CHANGE_NOT_SENT = "Err_ChangeNotSent";
  static final String ERROR_ONLY_AN_UPDATE = "Err_OnlyAnUpdate";

  /** What can be done: CHANGE, CORRECTION or NO_CHANGE (String). */
  static final String NEXT_STEP = "nextStep";

  /** Which version of the policy holds (String). */
  static final String POLICY_VERSION = "policyVersion";

  /** How the zone changes registrants, as the registrar calls it (String). */
  static final String REGISTRANT_CHANGE_BY = "registrantChangeBy";

  /** REGISTRANT, or CONTACT_DATA if only address or phone differ (String). */
  static final String WHAT_CHANGES = "whatChanges";

  /** TRADE, UPDATE or ELSEWHERE (String). */
  static final String ROUTE = "route";

  /** Whether the designated agent has to confirm anything (Boolean). */
  static final String CONSENTS_NEEDED = "consentsNeeded";

  /** Whether somebody has to agree to the price first (Boolean). */
  static final String PRICE_TO_APPROVE = "priceToApprove";

  /** Whether the registry lets the lock be opted out of (Boolean). */
  static final String OPT_OUT_POSSIBLE = "optOutPossible";

  /** Whether the prior registrant has opted out of the lock before (Boolean). */
  static final String OPT_OUT_RECORDED = "optOutRecorded";

  /** What is wished: a registrant change mode (String). */
  static final String WISH = "wish";

  /** Whether somebody has to choose (Boolean). */
  static final String CHOICE_TO_MAKE = "choiceToMake";

  /** Why: NOT_CHOSEN, NO_OPT_OUT_HERE or OPT_OUT_NOT_RECORDED (String). */
  static final String CHOICE_REASON = "choiceReason";

  /** Whether the consent that is due is still to be given (Boolean). */
  static final String CONSENT_MISSING = "consentMissing";

  /** Until when an approver's question is to be answered (Date). */
  static final String ANSWER_DUE_AT = "answerDueAt";

  /** UNDER_WAY, OVERDUE or ENDED (String). */
  static final String CHANGE_STATE = "changeState";

  /** When to look again how it stands (Date). */
  static final String NEXT_LOOK_AT = "nextLookAt";

  /** When the prior registrant is reminded next (Date). */
  static final String REMIND_AT = "remindAt";

  /** When an operator is asked to see to it (Date). */
  static final String CHASE_AT = "chaseAt";

  /** Whether another reminder follows (Boolean). */
  static final String MORE_REMINDERS = "moreReminders";

  /** How it ended: EXECUTED, FAILED, WITHDRAWN or AGENT (String). */
  static final String CHANGE_END = "changeEnd";

  /** Whether the end of a lock has to be awaited (Boolean). */
  static final String LOCK_TO_AWAIT = "lockToAwait";

  /** Whether the registrant has changed although a dispute was noted meanwhile (Boolean). */
  static final String DISPUTE_NOTED = "disputeNoted";

  /** Whether an operator wants to go through the additional fields once more (Boolean). */
  static final String ASK_FOR_FIELDS = "askForFields";

  private static final Set<String> OWN =
      Set.of(
          NEXT_STEP,
          POLICY_VERSION,
          REGISTRANT_CHANGE_BY,
          WHAT_CHANGES,
          ROUTE,
          CONSENTS_NEEDED,
          PRICE_TO_APPROVE,
          OPT_OUT_POSSIBLE,
          OPT_OUT_RECORDED,
          WISH,
          CHOICE_TO_MAKE,
          CHOICE_REASON,
          CONSENT_MISSING,
          ANSWER_DUE_AT,
          CHANGE_STATE,
          NEXT_LOOK_AT,
          REMIND_AT,
          CHASE_AT,
          MORE_REMINDERS,
          CHANGE_END,
          LOCK_TO_AWAIT,
          DISPUTE_NOTED,
          ASK_FOR_FIELDS);

  private static final Set<String> VARIABLES =
      Stream.of(OWN, AdditionalFieldsQuestion.VARIABLES, PaperWait.VARIABLES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> OPTIONAL = List.of("registrantChangeMode", "requestedBy");

  private final FirstComparison firstComparison;

  ChangeOfRegistrantProcess(FirstComparison firstComparison) {
    this.firstComparison = firstComparison;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.CHANGE_REGISTRANT);
  }

  @Override
  public void checkBeforeStart(OrderRequest order, boolean strict) {
    firstComparison.check(order, strict);
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.registrant(content, NewRegistrantForm.PREFIX);
    StartForm.leaveOutEmpty(content, OPTIONAL);
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of();
  }
}
