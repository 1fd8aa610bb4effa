package io.domainflow.process.release;

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

/** Names of DomainReleaseProcess.bpmn that Java and the model share. */
@Component
@EnableConfigurationProperties(ReleaseProperties.class)
public class DomainReleaseProcess implements ProcessContract {

  static final String KEY = "DomainReleaseProcess";

  private static final OwnVariables OWN = new OwnVariables();

  static final String ERROR_PUSH_REFUSED = "Err_PushRefused";

  static final String ERROR_RELEASE_CHANGED = "Err_ReleaseChanged";

  /** Whether nothing prevents the release. */
  static final Variable<Boolean> RELEASE_POSSIBLE = OWN.flag("releasePossible");

  /** Where the name is now: GONE, HERE or, if it was not pushed away, KEPT. */
  static final Variable<String> RELEASE_STATE = OWN.text("releaseState");

  /** When to check again whether the name has left. */
  static final Variable<Instant> NEXT_LOOK_AT = OWN.time("nextLookAt");

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<Operation> operations() {
    return List.of(Operation.RELEASE);
  }

  @Override
  public void readStartForm(ObjectNode content) {
    StartForm.leaveOutEmpty(content, List.of("target"));
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
