package io.domainflow.process.start;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.wanted.Operation;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Set;

/**
 * Says what a process would do with an order, by the same checks that its steps make. It stores
 * nothing, and of the registrar it only asks.
 */
public interface OrderPreview {

  /** The operations it speaks for. */
  Set<Operation> operations();

  /**
   * Looks.
   *
   * @param draft an order that is not stored
   * @throws io.domainflow.registrar.RegistrarFailure if the registrar does not answer the question
   */
  Preview of(ProvisioningOrder draft, RegistrarGateway registrar);
}
