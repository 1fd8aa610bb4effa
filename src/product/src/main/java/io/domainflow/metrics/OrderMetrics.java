package io.domainflow.metrics;

import io.domainflow.order.OrderEnded;
import io.domainflow.order.OrderPlaced;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.content.Operation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts orders: {@code domainflow_orders_placed_total}, {@code domainflow_orders_ended_total}. */
@Component
class OrderMetrics {

  private final MeterRegistry registry;

  OrderMetrics(MeterRegistry registry) {
    this.registry = registry;
    // a counter that begins with its first order hides that order from every rate
    for (Operation operation : Operation.values()) {
      placed(operation);
      Arrays.stream(OrderStatus.values())
          .filter(status -> !status.isOpen())
          .forEach(status -> ended(operation, status));
    }
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(OrderPlaced order) {
    placed(order.operation()).increment();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(OrderEnded ended) {
    ended(ended.order().content().operation(), ended.order().status()).increment();
  }

  private Counter placed(Operation operation) {
    return Counter.builder("domainflow.orders.placed")
        .description("orders accepted by this node")
        .tag("operation", operation.name())
        .register(registry);
  }

  private Counter ended(Operation operation, OrderStatus outcome) {
    return Counter.builder("domainflow.orders.ended")
        .description("orders that have ended on this node")
        .tag("operation", operation.name())
        .tag("outcome", outcome.name())
        .register(registry);
  }
}
