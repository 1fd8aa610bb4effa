package io.domainflow.process.renewal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Operation;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.StartForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Names of DomainRenewalProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(RenewalProperties.class)
public class DomainRenewalProcess implements ProcessContract {

  static final String KEY = "DomainRenewalProcess";

  static final String TASK_APPROVE_RENEWAL_PRICE = "Task_ApproveRenewalPrice";
  static final String TASK_CORRECT_RENEWAL = "Task_CorrectRenewal";

  static final String ERROR_NOT_RENEWED = "Err_NotRenewed";

  /** What can be done: RENEW, RESTORE, CORRECT, DONE or NOTHING (String). */
  static final String NEXT_STEP = "nextStep";

  /** Whether somebody has to agree to the price first (Boolean). */
  static final String PRICE_TO_APPROVE = "priceToApprove";

  /** Whether the registry renews on command (Boolean). Read by models before version 1.3.0 only. */
  static final String EXPLICIT_RENEWAL = "explicitRenewal";

  /** Whether the called restoration has brought the name back (Boolean). */
  static final String RESTORED = "restored";

  /** How the renewal shows: SEEN, NOT_YET or OVERDUE (String). */
  static final String RENEWAL_SHOWN = "renewalShown";

  /**
   * Whether the name is not in the account any more, so that nothing can show (Boolean). Models
   * before version 1.2.0 do not read it: there the renewal is overdue, and an operator decides.
   */
  static final String DOMAIN_LEFT = "domainLeft";

  /** When to look again (Date). */
  static final String NEXT_LOOK_AT = "nextLookAt";

  private static final Set<String> VARIABLES =
      Set.of(
          NEXT_STEP,
          PRICE_TO_APPROVE,
          EXPLICIT_RENEWAL,
          RESTORED,
          RENEWAL_SHOWN,
          DOMAIN_LEFT,
          NEXT_LOOK_AT);

  /** Fields of the start form that may stay empty. */
  private static final List<String> OPTIONAL = List.of("period", "expires");

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.RENEW, Operation.RESTORE);
  }

  @Override
  public Set<String> variables() {
    return VARIABLES;
  }

  /** In the form the price is an amount and a currency. */
  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.leaveOutEmpty(content, OPTIONAL);
    StartForm.acceptPrice(content);
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of();
  }
}
