package io.domainflow.process.worker;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether steps are being worked on here; part of readiness, unlike the registrar's health.
 */
@Component
class WorkersHealthIndicator implements HealthIndicator {

  private final ExternalTaskPoller poller;

  WorkersHealthIndicator(ExternalTaskPoller poller) {
    this.poller = poller;
  }

  @Override
  public Health health() {
    return (poller.isHealthy() ? Health.up() : Health.outOfService()).build();
  }
}
