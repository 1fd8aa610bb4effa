package io.domainflow.process.registration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.Facts;
import io.domainflow.process.paperwork.PaperWait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The wait for a registry's decision, as facts for the model. */
@Component
class RegistryWait {

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final RegistrationProperties properties;
  private final PaperWait paper;
  private final Clock clock;

  RegistryWait(RegistrationProperties properties, PaperWait paper, Clock clock) {
    this.properties = properties;
    this.paper = paper;
    this.clock = clock;
  }

  /** The wait for something the registrar has accepted just now. */
  Map<String, Object> begins(ProvisioningOrder order, String accepted) {
    return begins(order, accepted, properties.firstLook());
  }

  /** The wait for something that is usually decided by now. */
  Map<String, Object> beginsWithALook(ProvisioningOrder order, String accepted) {
    return begins(order, accepted, Duration.ZERO);
  }

  /** The wait goes on. */
  Map<String, Object> goesOn(ProvisioningOrder order) {
    // What takes days by its nature is not looked at every hour; news come by themselves.
    Duration pause = paper.of(order).isPresent() ? ONE_DAY : properties.lookEvery();
    return Facts.of(
        DomainRegistrationProcess.REGISTRATION_PENDING,
        true,
        DomainRegistrationProcess.NEXT_LOOK_AT,
        clock.instant().plus(pause));
  }

  /** The registry has decided. */
  static Map<String, Object> over() {
    return Facts.of(DomainRegistrationProcess.REGISTRATION_PENDING, false);
  }

  private Map<String, Object> begins(ProvisioningOrder order, String accepted, Duration firstLook) {
    Instant now = clock.instant();
    return new Facts()
        .and(paper.begins(order, true))
        .and(DomainRegistrationProcess.REGISTRATION_PENDING, true)
        .and(DomainRegistrationProcess.NEXT_LOOK_AT, now.plus(firstLook))
        .and(
            DomainRegistrationProcess.REGISTRATION_DEADLINE,
            now.plus(paper.patience(order).orElse(properties.chaseAfter())))
        .and(
            DomainRegistrationProcess.REGISTRAR_ANSWER,
            accepted
                + "; the registry has not decided yet"
                + paper.of(order).map(paperwork -> " on " + paperwork.what()).orElse("")
                + ".")
        .map();
  }
}
