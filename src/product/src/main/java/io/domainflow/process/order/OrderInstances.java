package io.domainflow.process.order;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/** Finds the process instances that carry out an order: its own, and those that it has called. */
final class OrderInstances {

  private OrderInstances() {}

  /**
   * Finds the subscription for one of these messages, in the order's own process or in one that it
   * has called; the called ones are queried only if it is not the order's own.
   *
   * @param own process instance of the order
   * @return empty if none waits just now
   */
  static Optional<EventSubscription> waitingFor(
      Set<String> messages, @Nullable String own, RuntimeService runtime) {
    return Stream.concat(
            Stream.of(own), Stream.of(own).flatMap(calling -> called(calling, runtime)))
        .map(instance -> subscriptions(instance, runtime))
        .flatMap(Collection::stream)
        .filter(subscription -> messages.contains(subscription.getEventName()))
        .findFirst();
  }

  private static Collection<EventSubscription> subscriptions(
      String instance, RuntimeService runtime) {
    return runtime
        .createEventSubscriptionQuery()
        .eventType("message")
        .processInstanceId(instance)
        .list();
  }

  private static Stream<String> called(String calling, RuntimeService runtime) {
    return runtime.createProcessInstanceQuery().superProcessInstanceId(calling).list().stream()
        .map(ProcessInstance::getId);
  }
}
