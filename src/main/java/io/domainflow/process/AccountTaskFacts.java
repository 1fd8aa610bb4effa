package io.domainflow.process;

import java.util.Map;

/** What {@link TaskFacts} is to an order, for a user task about an account. */
public interface AccountTaskFacts {

  /** Task definition key of the user task. */
  String task();

  /** Values by form key. */
  Map<String, Object> of(String businessKey);
}
