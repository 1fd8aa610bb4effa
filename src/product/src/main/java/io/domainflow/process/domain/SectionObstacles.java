package io.domainflow.process.domain;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows what prevents a change of a name's settings: what the registrar refuses, so that nobody has
 * to send a command to find out, and disputes, of which the registrar knows nothing.
 */
@Component
public class SectionObstacles {

  private final DisputeHolds holds;
  private final Clock clock;

  SectionObstacles(DisputeHolds holds, Clock clock) {
    this.holds = holds;
    this.clock = clock;
  }

  /**
   * Why a section cannot have its wanted settings, for people; empty if nothing known prevents it.
   *
   * @param present the name as just read
   */
  public Optional<String> of(
      Section section, DomainName domain, NameSettings wanted, ReadDomain.Result present) {
    return disputed(domain)
        .or(() -> closed(section, present))
        .or(() -> atRegistrar(section, domain, wanted, present));
  }

  /**
   * Whether the registry itself decides if the registrant of a name is hidden. Then the registrar's
   * silence does not mean that there is no privacy: it may state only what was ordered.
   */
  public static boolean isHiddenByRegistry(DomainName domain) {
    return domain.topLevel().equals("ca");
  }

  private Optional<String> disputed(DomainName domain) {
    return holds.isHeld(domain) ? Optional.of(Disputed.sentence(domain)) : Optional.empty();
  }

  // The renewal mode is a setting of the registrar's own.
  private static Optional<String> closed(Section section, ReadDomain.Result present) {
    return present.state().closedByRegistry() && section != Section.RENEWAL_MODE
        ? Optional.of(
            "the registry lets nobody change the name at present (serverUpdateProhibited)")
        : Optional.empty();
  }

  private Optional<String> atRegistrar(
      Section section, DomainName name, NameSettings wanted, ReadDomain.Result domain) {
    return switch (section) {
      case NAMESERVERS ->
          domain.signed()
              ? Optional.of(
                  "DS records stand at the registry; remove DNSSEC first, or the name stops"
                      + " resolving with other name servers")
              : Optional.empty();
      case TRANSFER_LOCK -> transferLock(wanted, domain);
      case PRIVACY ->
          domain.privacy().isEmpty() && !isHiddenByRegistry(name)
              ? Optional.of("there is no privacy service for this name")
              : Optional.empty();
      case RENEWAL_MODE -> ofRenewalMode(wanted.renewalMode(), domain);
      case CONTACTS, REGISTRANT_DETAILS -> Optional.empty();
    };
  }

  /** Why a renewal mode is not set, for people: setting a mode must not buy anything. */
  public Optional<String> ofRenewalMode(@Nullable RenewalMode wanted, ReadDomain.Result domain) {
    return wanted == RenewalMode.AUTORENEW && domain.wouldRenewAtOnce(clock.instant())
        ? Optional.of(
            "the day on which the registrar charges for the next period is over, and AUTORENEW would"
                + " buy a year at once; order a RENEW first")
        : Optional.empty();
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
