package io.domainflow.process;

import io.domainflow.order.Operation;
import io.domainflow.order.ProvisioningOrder;
import java.util.Map;
import java.util.Set;

/** What the rest of this package has to know of one process. */
public interface ProcessContract {

  /** Id of the process, equal to the name of its file. */
  String key();

  /** The operation it carries out. */
  Operation operation();

  /**
   * Every variable the process may have. Anything else is refused at the start and never reaches
   * the engine's history, so that personal data cannot get there under a name nobody thought of.
   */
  Set<String> variables();

  /** Whether the process may have a variable of this name. */
  default boolean declares(String name) {
    return OrderVariables.NAMES.contains(name) || variables().contains(name);
  }

  /** The variables a process starts with, beside the ones all processes have. */
  Map<String, Object> initialVariables(ProvisioningOrder order);
}
