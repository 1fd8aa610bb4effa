package io.domainflow.process.wait;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Everything about one wait of an order for somebody who has no task here: the registrar, the
 * registry, a registrant who gets mail, the caller who placed the order. It says what the order
 * waits for, until when, and when to check, to remind and to ask an operator. There is one class
 * for each wait, with the same name. It applies to its places in all versions of the models: a
 * model names no listener for it.
 *
 * <p>While a person has a task for the order, that task is what the order waits for, and the wait
 * says nothing.
 */
public interface ProcessWait {

  /** The places in the models where the order waits. */
  Set<Place> places();

  /** What the order waits for; called each time it reaches one of the places. */
  WaitingFor waitingFor(ProvisioningOrder order, DelegateExecution execution);

  /**
   * A receive task or an intermediate event of a model.
   *
   * @param process id of the process
   * @param activity id of the activity in it
   */
  record Place(String process, String activity) {

    /** Places in one process. */
    public static Set<Place> in(String process, String... activities) {
      return Arrays.stream(activities)
          .map(activity -> new Place(process, activity))
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
