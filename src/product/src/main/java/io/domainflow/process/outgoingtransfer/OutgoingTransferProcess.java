package io.domainflow.process.outgoingtransfer;

import io.domainflow.process.AccountProcess;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.domain.NameKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of OutgoingTransferProcess.bpmn that Java and the model share. */
@Component
public class OutgoingTransferProcess implements AccountProcess {

  static final String KEY = "OutgoingTransferProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String TASK_ANSWER = "Task_AnswerOutgoingTransfer";

  static final String MESSAGE_REQUESTED = "Msg_TransferOutRequested";
  static final String MESSAGE_NEWS = "Msg_OutgoingTransferNews";
  static final String MESSAGE_CHANGED = "Msg_OutgoingTransferChanged";

  /** Name of the account. */
  static final Variable<String> ACCOUNT = OWN.text("account");

  /** The name as people read it. */
  static final Variable<String> DOMAIN = OWN.text("domain");

  /** Id of the request that is answered, so that no answer is taken for another one. */
  static final Variable<String> REQUEST = OWN.text("request");

  /** By which version of the transfer policy the request is judged. */
  static final Variable<String> POLICY_VERSION = OWN.text("policyVersion");

  /** The time by which an approver has to answer. */
  static final Variable<Instant> ANSWER_BY = OWN.time("answerBy");

  /** When to check while an approver is asked: from the registry's date on. */
  static final Variable<String> LOOK_TIMETABLE = OWN.text("lookTimetable");

  /** Whether the name stays with the registrar, in another account. */
  static final Variable<Boolean> TO_OTHER_ACCOUNT = OWN.flag("toOtherAccount");

  /** Whether the name was registered or transferred recently. */
  static final Variable<Boolean> NEW_NAME = OWN.flag("newName");

  /** Whether the registrar has refused an answer. */
  static final Variable<Boolean> ANSWER_REFUSED = OWN.flag("answerRefused");

  /** Whether the lock after a change of registrant is in force. */
  static final Variable<Boolean> CHANGE_LOCK_RUNNING = OWN.flag("changeLockRunning");

  /** Whether somebody has recently ordered the auth code here. */
  static final Variable<Boolean> AUTH_CODE_ORDERED = OWN.flag("authCodeOrdered");

  /** Whether the login that ordered it was new. */
  static final Variable<Boolean> CODE_LOGIN_NEW = OWN.flag("codeLoginNew");

  /** Whether the transfer lock was opened recently. */
  static final Variable<Boolean> LOCK_OPENED_LATELY = OWN.flag("lockOpenedLately");

  /** Whether contacts or name servers were changed recently. */
  static final Variable<Boolean> SET_UP_CHANGED_LATELY = OWN.flag("setUpChangedLately");

  /** Whether the name was taken from an owner by a hand-over recently. */
  static final Variable<Boolean> OWNER_CHANGED_LATELY = OWN.flag("ownerChangedLately");

  /** The kind of the dispute over the name, or {@code NONE}. */
  static final Variable<String> DISPUTE = OWN.text("dispute");

  /** Who answers: ASK for an approver, DENY for the policy, LET_GO for nobody. */
  static final Variable<String> ANSWER = OWN.text("answer");

  /** Whether a second person has to approve, too. */
  static final Variable<Boolean> SECOND_APPROVAL_DUE = OWN.flag("secondApprovalDue");

  /** Whether the registrar has accepted the answer, or there was nothing left to answer. */
  static final Variable<Boolean> ANSWER_TAKEN = OWN.flag("answerTaken");

  /** The state of the request: OPEN, GONE or STAYED. */
  static final Variable<String> OUTCOME = OWN.text("outcome");

  /** Whether the request is still open while somebody is asked. */
  static final Variable<Boolean> STILL_OPEN = OWN.flag("stillOpen");

  /**
   * What to do next with an open request: WAIT, ANSWER to send the answer, or ASK to decide anew.
   */
  static final Variable<String> NEXT = OWN.text("next");

  /** When to check again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  private static final Set<String> VARIABLES = OWN.namesAnd(OrderVariables.DECISION);

  private final RequestWords words;

  OutgoingTransferProcess(RequestWords words) {
    this.words = words;
  }

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

  @Override
  public String standing(String businessKey) {
    return words.forStaff(NameKey.of(businessKey));
  }

  /** The variables that a process about a name starts with. */
  static Map<String, Object> variables(NameKey key) {
    return StepVariables.of(ACCOUNT, key.account(), DOMAIN, key.domain().unicode());
  }
}
