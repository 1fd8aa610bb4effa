package io.domainflow.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** The process instances that carry out an order: its own, and those that this one has called. */
final class OrderInstances {

  private OrderInstances() {}

  /**
   * The instances, the order's own first; the others are asked for only when they are needed.
   *
   * @param own process instance of the order
   */
  static Stream<String> of(String own, RuntimeService runtime) {
    return Stream.concat(
        Stream.of(own), Stream.of(own).flatMap(calling -> called(calling, runtime)));
  }

  private static Stream<String> called(String calling, RuntimeService runtime) {
    return runtime.createProcessInstanceQuery().superProcessInstanceId(calling).list().stream()
        .map(ProcessInstance::getId);
  }
}
