package io.domainflow.tld;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Tells which forms of one's own have a mistake. All other top-level domains are still sold, so
 * this affects neither the application nor its readiness.
 */
@Component
class FormsHealthIndicator implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final TldCatalogue tlds;

  FormsHealthIndicator(TldCatalogue tlds) {
    this.tlds = tlds;
  }

  @Override
  public Health health() {
    return tlds.faults().isEmpty()
        ? Health.up().build()
        : Health.status(DEGRADED).withDetail("mistakes", tlds.faults()).build();
  }
}
