package io.domainflow.tld;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Reports which forms of the installation have a mistake. All other top-level domains are still
 * offered, so this affects neither health nor readiness of the application.
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
