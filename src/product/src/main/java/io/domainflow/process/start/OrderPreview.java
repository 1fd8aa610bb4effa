package io.domainflow.process.start;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.Preview;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Set;

/**
 * Previews an order of a process, with the same checks as its steps. It stores nothing and changes
 * nothing at the registrar.
 */
public interface OrderPreview {

  /** The operations that it previews. */
  Set<Operation> operations();

  /**
   * Builds the preview.
   *
   * @param draft an order that is not stored
   * @throws io.domainflow.registrar.RegistrarFailure if the registrar does not answer the question
   */
  Preview of(ProvisioningOrder draft, RegistrarGateway registrar);
}
