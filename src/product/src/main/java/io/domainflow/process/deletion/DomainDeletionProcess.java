package io.domainflow.process.deletion;

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

/** Names of DomainDeletionProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(DeletionProperties.class)
public class DomainDeletionProcess implements ProcessContract {

  static final String KEY = "DomainDeletionProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_DELETION_CHANGED = "Err_DeletionChanged";
  static final String ERROR_DELETION_REFUSED = "Err_DeletionRefused";

  /** The name, typed again: a member of the order and a field of forms (String). */
  static final String CONFIRM_DOMAIN = "confirmDomain";

  /** What to do: DELETE, CORRECT or NO_DELETION. */
  static final Variable<String> NEXT_STEP = OWN.text("nextStep");

  /** Whether somebody has to type the name again first. */
  static final Variable<Boolean> CONFIRMATION_NEEDED = OWN.flag("confirmationNeeded");

  /** Whether the registrar shows a pending deletion of the name. */
  static final Variable<Boolean> UNDER_WAY = OWN.flag("underWay");

  /** When to check again. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  /** When to ask an operator. */
  static final Variable<Instant> REMIND_AT = OWN.time("remindAt");

  /** Whether the name is gone. */
  static final Variable<Boolean> DELETED = OWN.flag("deleted");

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
    return OWN.names();
  }

  @Override
  public Map<String, Object> initialVariables(ProvisioningOrder order) {
    return Map.of();
  }
}
