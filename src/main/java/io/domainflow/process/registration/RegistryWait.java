package io.domainflow.process.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The wait for a registry's decision, as facts for the model. */
@Component
class RegistryWait {

  private final RegistrationProperties properties;
  private final Clock clock;

  RegistryWait(RegistrationProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** The wait for something the registrar has accepted just now. */
  Map<String, Object> begins(String accepted) {
    return begins(accepted, properties.firstLook());
  }

  /** The wait for something that is usually decided by now. */
  Map<String, Object> beginsWithALook(String accepted) {
    return begins(accepted, Duration.ZERO);
  }

  /** The wait goes on. */
  Map<String, Object> goesOn() {
    return Map.of(
        DomainRegistrationProcess.REGISTRATION_PENDING,
        true,
        DomainRegistrationProcess.NEXT_LOOK_AT,
        Date.from(clock.instant().plus(properties.lookEvery())));
  }

  /** The registry has decided. */
  static Map<String, Object> over() {
    return Map.of(DomainRegistrationProcess.REGISTRATION_PENDING, false);
  }

  private Map<String, Object> begins(String accepted, Duration firstLook) {
    Instant now = clock.instant();
    return Map.of(
        DomainRegistrationProcess.REGISTRATION_PENDING,
        true,
        DomainRegistrationProcess.NEXT_LOOK_AT,
        Date.from(now.plus(firstLook)),
        DomainRegistrationProcess.REGISTRATION_DEADLINE,
        Date.from(now.plus(properties.chaseAfter())),
        DomainRegistrationProcess.REGISTRAR_ANSWER,
        accepted + "; the registry has not decided yet.");
  }
}
