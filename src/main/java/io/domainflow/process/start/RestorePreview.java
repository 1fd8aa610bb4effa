package io.domainflow.process.start;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.registrar.RegistrarGateway;

/** What restoring a deleted name would take, for a process that calls the restoration. */
public interface RestorePreview {

  /**
   * Looks.
   *
   * @param notes of the order that would need it
   */
  Preview look(ProvisioningOrder draft, PreviewNotes notes, RegistrarGateway registrar);
}
