package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.Variable;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.start.StartForm;
import java.time.Instant;
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

  private static final OwnVariables OWN = new OwnVariables();

  static final String TASK_DECIDE_TERMS_OF_UPDATE = "Task_DecideTermsOfUpdate";
  static final String TASK_CHASE_CONFIRMATION = "Task_ChaseConfirmation";

  static final String ERROR_CHANGE_NOT_SENT = "Err_ChangeNotSent";
  static final String ERROR_ONLY_AN_UPDATE = "Err_OnlyAnUpdate";

  /** What to do: CHANGE, CORRECTION or NO_CHANGE. */
  static final Variable<String> NEXT_STEP = OWN.text("nextStep");

  /** The version of the policy that applies. */
  static final Variable<String> POLICY_VERSION = OWN.text("policyVersion");

  /** How the zone changes a registrant, see {@code RegistrantChangeBy}. */
  static final Variable<String> REGISTRANT_CHANGE_BY = OWN.text("registrantChangeBy");

  /** REGISTRANT, or CONTACT_DATA if only address or phone differ. */
  static final Variable<String> WHAT_CHANGES = OWN.text("whatChanges");

  /** TRADE, UPDATE or ELSEWHERE. */
  static final Variable<String> ROUTE = OWN.text("route");

  /** Whether the designated agent has to confirm anything. */
  static final Variable<Boolean> CONSENTS_NEEDED = OWN.flag("consentsNeeded");

  /** Whether somebody has to agree to the price first. */
  static final Variable<Boolean> PRICE_TO_APPROVE = OWN.flag("priceToApprove");

  /** Whether the registry allows opting out of the lock. */
  static final Variable<Boolean> OPT_OUT_POSSIBLE = OWN.flag("optOutPossible");

  /** Whether the prior registrant has opted out of the lock before. */
  static final Variable<Boolean> OPT_OUT_RECORDED = OWN.flag("optOutRecorded");

  /** The requested registrant change mode. */
  static final Variable<String> WISH = OWN.text("wish");

  /** Whether somebody has to choose. */
  static final Variable<Boolean> CHOICE_TO_MAKE = OWN.flag("choiceToMake");

  /** Why somebody has to choose: NOT_CHOSEN, NO_OPT_OUT_HERE or OPT_OUT_NOT_RECORDED. */
  static final Variable<String> CHOICE_REASON = OWN.text("choiceReason");

  /** The state of the change: UNDER_WAY, OVERDUE or ENDED. */
  static final Variable<String> CHANGE_STATE = OWN.text("changeState");

  /** When to check the state again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** When the prior registrant is reminded next. */
  static final Variable<Instant> REMIND_AT = OWN.time("remindAt");

  /** When an operator is asked, or asked again. */
  static final Variable<Instant> CHASE_AT = OWN.time("chaseAt");

  /** Whether the registrar has refused a requested withdrawal. */
  static final Variable<Boolean> WITHDRAWAL_REFUSED = OWN.flag("withdrawalRefused");

  /** Whether another reminder follows. */
  static final Variable<Boolean> MORE_REMINDERS = OWN.flag("moreReminders");

  /** How the change ended: EXECUTED, FAILED, WITHDRAWN or AGENT. */
  static final Variable<String> CHANGE_END = OWN.text("changeEnd");

  /** Whether the end of a lock has to be awaited. */
  static final Variable<Boolean> LOCK_TO_AWAIT = OWN.flag("lockToAwait");

  /** Whether the registrant has changed although a dispute was noted meanwhile. */
  static final Variable<Boolean> DISPUTE_NOTED = OWN.flag("disputeNoted");

  /** Whether an operator wants to check the additional fields again. */
  static final Variable<Boolean> ASK_FOR_FIELDS = OWN.flag("askForFields");

  private static final Set<String> VARIABLES =
      Stream.of(OWN.names(), AdditionalFieldsQuestion.VARIABLES, PaperWait.VARIABLES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> OPTIONAL = List.of("registrantChangeMode", "requestedBy");

  private final ChangeIntakeCheck firstComparison;

  ChangeOfRegistrantProcess(ChangeIntakeCheck firstComparison) {
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
  public void checkBeforeStart(OrderContent order, boolean strict) {
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
