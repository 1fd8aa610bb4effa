package io.domainflow.process.renewal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
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

/** Names of DomainRenewalProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(RenewalProperties.class)
public class DomainRenewalProcess implements ProcessContract {

  static final String KEY = "DomainRenewalProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String TASK_APPROVE_RENEWAL_PRICE = "Task_ApproveRenewalPrice";
  static final String TASK_CORRECT_RENEWAL = "Task_CorrectRenewal";

  static final String ERROR_NOT_RENEWED = "Err_NotRenewed";

  /** What to do: RENEW, RESTORE, CORRECT, DONE or NOTHING. */
  static final Variable<String> NEXT_STEP = OWN.text("nextStep");

  /** Whether somebody has to agree to the price first. */
  static final Variable<Boolean> PRICE_TO_APPROVE = OWN.flag("priceToApprove");

  /** Whether the called process has restored the name. */
  static final Variable<Boolean> RESTORED = OWN.flag("restored");

  /** Whether the renewal is visible: SEEN, NOT_YET or OVERDUE. */
  static final Variable<String> RENEWAL_SHOWN = OWN.text("renewalShown");

  /** Whether the name is no longer in the account, so that no renewal can show. */
  static final Variable<Boolean> DOMAIN_LEFT = OWN.flag("domainLeft");

  /** When to check again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

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
    return OWN.names();
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
