package io.domainflow.process.authcode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.Variable;
import io.domainflow.process.start.StartForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of AuthCodeProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(AuthCodeProperties.class)
public class AuthCodeProcess implements ProcessContract {

  static final String KEY = "AuthCodeProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_UNLOCK_REFUSED = "Err_UnlockRefused";

  /** Whether nothing prevents the code. */
  static final Variable<Boolean> CODE_POSSIBLE = OWN.flag("codePossible");

  /** Whether the transfer lock has to be opened first. */
  static final Variable<Boolean> LOCK_TO_OPEN = OWN.flag("lockToOpen");

  /** To whom the code goes: CALLER or HOLDER. */
  static final Variable<String> DELIVER = OWN.text("deliver");

  /** Hours since the name got another registrant; {@link AuthCodeRisk#NEVER} if never. */
  static final Variable<Integer> REGISTRANT_CHANGED_HOURS = OWN.number("registrantChangedHours");

  /** Hours since its name servers were changed; as above. */
  static final Variable<Integer> NAMESERVERS_CHANGED_HOURS = OWN.number("nameserversChangedHours");

  /** Hours since its transfer lock was opened; as above. */
  static final Variable<Integer> LOCK_OPENED_HOURS = OWN.number("lockOpenedHours");

  /**
   * Hours since the login that has ordered was created or changed; {@link AuthCodeRisk#UNKNOWN} if
   * that is not known.
   */
  static final Variable<Integer> LOGIN_AGE_HOURS = OWN.number("loginAgeHours");

  /** Hours since the name was taken from an owner by a hand-over; as further above. */
  static final Variable<Integer> OWNER_CHANGED_HOURS = OWN.number("ownerChangedHours");

  /** Whether the name has an owner, and somebody else has ordered. */
  static final Variable<Boolean> ORDERED_BY_STAFF = OWN.flag("orderedByStaff");

  /** Auth codes that the login has ordered within a day. */
  static final Variable<Integer> CODES_ORDERED = OWN.number("codesOrdered");

  /** Whether the order says to open the transfer lock. */
  static final Variable<Boolean> UNLOCK_ORDERED = OWN.flag("unlockOrdered");

  /** Whether an approver has to be asked. */
  static final Variable<Boolean> APPROVAL_NEEDED = OWN.flag("approvalNeeded");

  /** The state of the code: HERE, AT_REGISTRY or REFUSED. */
  static final Variable<String> CODE_STATE = OWN.text("codeState");

  /** When to check again whether the registry has issued the code. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** Whether nothing keeps the code from its recipient. */
  static final Variable<Boolean> CODE_DELIVERED = OWN.flag("codeDelivered");

  /** Whether something has to be undone if the name does not leave. */
  static final Variable<Boolean> LOCK_TO_AWAIT = OWN.flag("lockToAwait");

  private final AuthCodeHolderPage holder;

  AuthCodeProcess(AuthCodeHolderPage holder) {
    this.holder = holder;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.AUTH_CODE);
  }

  @Override
  public void checkBeforeStart(OrderContent order, boolean strict) {
    if (order.as(AuthCodeOrder.class).deliver() == AuthCodeOrder.Deliver.HOLDER
        && !holder.available()) {
      throw new OrderRejected(
          List.of(
              new FieldProblem(
                  "deliver",
                  "NOT_OFFERED",
                  "is not possible here: this installation has no public address"
                      + " (domainflow.public-url) or sends no mails; order it for CALLER, and hand"
                      + " it over yourself")));
    }
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.leaveOutEmpty(content, List.of("unlock", "deliver"));
    StartForm.flag(content, "unlock");
  }

  @Override
  public Set<String> variables() {
    return OWN.names();
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of();
  }
}
