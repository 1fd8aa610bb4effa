package io.domainflow.process;

import io.domainflow.order.ProvisioningOrder;
import java.util.Map;

/**
 * Values that the form of one user task shows. They are read when the form is opened and are never
 * stored in the engine.
 */
public interface TaskFacts {

  /** Task definition key of the user task. */
  String task();

  /** Values by form key. */
  Map<String, Object> of(ProvisioningOrder order);
}
