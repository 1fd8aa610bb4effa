package io.domainflow.process.suspension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.Variable;
import io.domainflow.process.start.StartForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Names of DomainSuspensionProcess.bpmn that Java and the model share. */
@Component
public class DomainSuspensionProcess implements ProcessContract {

  static final String KEY = "DomainSuspensionProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_SUSPENSION_REFUSED = "Err_SuspensionRefused";

  /** What to do: CHANGE or NO_CHANGE. */
  static final Variable<String> NEXT_STEP = OWN.text("nextStep");

  /** Whether the name has to be put on hold, or the hold removed. */
  static final Variable<Boolean> HOLD_TO_CHANGE = OWN.flag("holdToChange");

  private static final String HOLD = "hold";

  private final Suspensions suspensions;

  DomainSuspensionProcess(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.SUSPEND, Operation.UNSUSPEND, Operation.CANCEL);
  }

  @Override
  public void checkBeforeStart(OrderContent order, boolean strict) {
    if (order.operation() == Operation.UNSUSPEND
        && suspensions.find(order.account(), order.domain()).isEmpty()) {
      throw new OrderRejected(
          List.of(
              new FieldProblem(
                  "operation",
                  "NOT_SUSPENDED",
                  "is not possible: the domain is neither suspended nor cancelled here")));
    }
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.leaveOutEmpty(content, List.of(HOLD, "renewalMode"));
    StartForm.flag(content, HOLD);
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
