package io.domainflow.process.additionalfields;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.process.EngineRights;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.Variable;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.FormOperation;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Decides for which operation the additional fields of a running order are checked. */
@Component
public class FieldContexts {

  /** How the order is carried out: the name of a {@link FormOperation}. */
  public static final Variable<String> WAY = new OwnVariables().text("additionalFieldsFor");

  private final RuntimeService runtime;
  private final EngineRights rights;

  FieldContexts(RuntimeService runtime, EngineRights rights) {
    this.runtime = runtime;
    this.rights = rights;
  }

  /** The context of the route that the process has chosen; before that, of the usual one. */
  public FieldContext of(ProvisioningOrder order) {
    String way =
        WAY.cast(rights.use(() -> runtime.getVariable(order.processInstanceId(), WAY.name())));
    return way == null
        ? RegistrantContext.of(order.content())
        : RegistrantContext.of(order.content(), FormOperation.valueOf(way));
  }
}
