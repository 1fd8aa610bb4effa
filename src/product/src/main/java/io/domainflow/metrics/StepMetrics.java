package io.domainflow.metrics;

import io.domainflow.process.worker.ExternalTaskPoller;
import io.domainflow.process.worker.StepWorked;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Times the steps that ask the registrar ({@code domainflow_step_seconds}, by step and how it
 * ended) and measures how busy the poller is that feeds them.
 */
@Component
class StepMetrics {

  /** From the time of a local step to that of the longest call that is waited for. */
  static final Duration[] BOUNDS = {
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofSeconds(60),
    Duration.ofSeconds(180)
  };

  private final MeterRegistry registry;

  StepMetrics(MeterRegistry registry, ExternalTaskPoller poller) {
    this.registry = registry;
    Gauge.builder("domainflow.pump.reserved", poller, ExternalTaskPoller::reserved)
        .description("steps that this node works or is about to work")
        .register(registry);
    Gauge.builder("domainflow.pump.threads", poller, ExternalTaskPoller::threads)
        .description("steps that this node can work at the same time for accounts that have any")
        .register(registry);
    Gauge.builder("domainflow.pump.running", poller, p -> p.isHealthy() ? 1 : 0)
        .description("1 while this node looks for steps")
        .register(registry);
  }

  @EventListener
  void on(StepWorked step) {
    Timer.builder("domainflow.step")
        .description("a step that asks the registrar, from its begin to its commit")
        .tag("step", step.topic())
        .tag("ending", step.ending().name())
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(step.took());
  }
}
