package io.domainflow.process.deletion;

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

/** Names of DomainDeletionProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(DeletionProperties.class)
public class DomainDeletionProcess implements ProcessContract {

  static final String KEY = "DomainDeletionProcess";

  static final String ERROR_DELETION_CHANGED = "Err_DeletionChanged";
  static final String ERROR_DELETION_REFUSED = "Err_DeletionRefused";

  /** The name, entered once more: a member of the order and a field of forms (String). */
  static final String CONFIRM_DOMAIN = "confirmDomain";

  /** What can be done: DELETE, CORRECT or NO_DELETION (String). */
  static final String NEXT_STEP = "nextStep";

  /** Whether somebody has to repeat the name first (Boolean). */
  static final String CONFIRMATION_NEEDED = "confirmationNeeded";

  /** Whether the registrar has a deletion of the name under way (Boolean). */
  static final String UNDER_WAY = "underWay";

  /** When to look again how it stands (Date). */
  static final String NEXT_LOOK_AT = "nextLookAt";

  /** When an operator is asked to see to it (Date). */
  static final String REMIND_AT = "remindAt";

  /** Whether the name is gone (Boolean). */
  static final String DELETED = "deleted";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.DELETE);
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.leaveOutEmpty(content, List.of(CONFIRM_DOMAIN));
  }

  @Override
  public Set<String> variables() {
    return Set.of(NEXT_STEP, CONFIRMATION_NEEDED, UNDER_WAY, NEXT_LOOK_AT, REMIND_AT, DELETED);
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of();
  }
}
