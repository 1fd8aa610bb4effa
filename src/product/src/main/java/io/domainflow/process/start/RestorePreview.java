package io.domainflow.process.start;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.registrar.RegistrarGateway;

/** Previews the restore of a deleted name, for a process that calls the restoration. */
public interface RestorePreview {

  /**
   * Builds the preview.
   *
   * @param notes of the order that would need it
   */
  Preview preview(ProvisioningOrder draft, PreviewNotes notes, RegistrarGateway registrar);
}
