package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the registrar is known to refuse, so that nobody has to send it to find out. */
@Component
class UpdateObstacles {

  private final Clock clock;

  UpdateObstacles(Clock clock) {
    this.clock = clock;
  }

  /** Why a section cannot be as wanted, for people; empty if nothing is known against it. */
  Optional<String> of(Section section, NameSettings wanted, ReadDomain.Result domain) {
    return switch (section) {
      case NAMESERVERS ->
          domain.signed()
              ? Optional.of(
                  "DS records stand at the registry; remove DNSSEC first, or the name stops"
                      + " resolving with other name servers")
              : Optional.empty();
      case TRANSFER_LOCK -> transferLock(wanted, domain);
      case PRIVACY ->
          domain.privacy().isEmpty()
              ? Optional.of("there is no privacy service for this name")
              : Optional.empty();
      case CONTACTS, REGISTRANT_DETAILS, RENEWAL_MODE -> Optional.empty();
    };
  }

  private Optional<String> transferLock(NameSettings wanted, ReadDomain.Result domain) {
    if (domain.transferLocked().isEmpty()) {
      return Optional.of("the zone of this name has no transfer lock");
    }
    if (Boolean.TRUE.equals(wanted.transferLock())) {
      return Optional.empty();
    }
    return Stream.of(domain.changeLockedUntil(), domain.transferLockedUntil())
        .flatMap(Optional::stream)
        .filter(clock.instant()::isBefore)
        .max(Instant::compareTo)
        .map(until -> "the lock cannot be opened before " + PlainTime.of(until));
  }
}
