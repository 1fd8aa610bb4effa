package io.domainflow.process.drift;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.SectionObstacles;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sets sections of a name as they were ordered: the complete state of each in a separate call, so
 * that a refusal of one does not affect the others. The name is read before, because an order may
 * have changed it since the list was read, and again afterwards.
 */
@Component
class DriftCorrection {

  private static final Logger log = LoggerFactory.getLogger(DriftCorrection.class);

  private static final String IN_WORK = "an order is working on this name";

  private final OrderedNames orderedNames;
  private final StoredDomains domains;
  private final StoredSections sections;
  private final DriftFinder finder;
  private final SectionObstacles obstacles;
  private final Clock clock;

  DriftCorrection(
      OrderedNames orderedNames,
      StoredDomains domains,
      StoredSections sections,
      DriftFinder finder,
      SectionObstacles obstacles,
      Clock clock) {
    this.orderedNames = orderedNames;
    this.domains = domains;
    this.sections = sections;
    this.finder = finder;
    this.obstacles = obstacles;
    this.clock = clock;
  }

  /**
   * The result.
   *
   * @param done sections that the registrar has accepted
   * @param problem what prevents others or was refused, for people; null if nothing
   * @param later why others were left for a later try; null if none was
   */
  record Corrected(Set<Section> done, @Nullable String problem, @Nullable Unavailable later) {

    /** There was nothing to do. */
    static final Corrected NOTHING = new Corrected(Set.of(), null, null);

    /** Nothing was done. */
    static Corrected not(String problem) {
      return new Corrected(Set.of(), problem, null);
    }
  }

  /** Sets sections that still differ. */
  Corrected set(String account, DomainName domain, Set<Section> which, RegistrarGateway registrar) {
    if (isInWork(domain)) {
      return Corrected.not(IN_WORK);
    }
    List<String> problems = new ArrayList<>();
    Unavailable later = null;
    Set<Section> accepted = EnumSet.noneOf(Section.class);
    Set<Section> done = EnumSet.noneOf(Section.class);
    try {
      ReadDomain.Result read = read(account, domain, registrar);
      for (Map.Entry<Section, StoredSection> one : drifted(account, domain, which).entrySet()) {
        Section section = one.getKey();
        NameSettings wanted = one.getValue().comparable();
        Optional<String> obstacle = obstacles.of(section, domain, wanted, read);
        if (obstacle.isPresent()) {
          problems.add(section.words() + ": " + obstacle.get());
          continue;
        }
        // The call to the registrar may have taken a while.
        if (isInWork(domain)) {
          problems.add(IN_WORK);
          break;
        }
        Optional<UpdateDomain.Result> answer =
            set(account, domain, section, wanted, registrar, problems);
        answer.ifPresent(taken -> accepted.add(section));
        answer.filter(taken -> !taken.pending()).ifPresent(taken -> done.add(section));
      }
      if (!accepted.isEmpty()) {
        read(account, domain, registrar);
        for (Section section : drifted(account, domain, done).keySet()) {
          accepted.remove(section);
          problems.add(section.words() + ": the registrar has accepted it and shows it otherwise");
        }
      }
    } catch (Refused e) {
      problems.add(
          e.saysNotHere()
              ? "the registrar does not show the name in this account"
              : "the registrar refuses to show the name: «" + e.words() + "»");
    } catch (Unavailable e) {
      if (e.isRegistrarAway()) {
        throw e;
      }
      later = e;
    }
    return new Corrected(accepted, problems.isEmpty() ? null : String.join("; ", problems), later);
  }

  /** Whether an order is changing the name. */
  boolean isInWork(DomainName domain) {
    return !orderedNames.inWork(List.of(domain)).isEmpty();
  }

  /** Those of these sections that differ, according to the last reading. */
  private Map<Section, StoredSection> drifted(
      String account, DomainName domain, Set<Section> which) {
    Map<Section, StoredSection> drifted =
        finder.drifted(account, domain, sections.find(account, domain));
    drifted.keySet().retainAll(which);
    return drifted;
  }

  /** Sends a section; empty if it is refused, in which case the refusal is among the problems. */
  private static Optional<UpdateDomain.Result> set(
      String account,
      DomainName domain,
      Section section,
      NameSettings wanted,
      RegistrarGateway registrar,
      List<String> problems) {
    try {
      UpdateDomain.Result answer =
          registrar.ensure(account, new UpdateDomain(domain, wanted, false));
      log.info("account {}, {}: {} set as ordered", account, domain, section.words());
      return Optional.of(answer);
    } catch (Refused e) {
      log.warn("account {}, {}: {}: {}", account, domain, section.words(), e.getMessage());
      problems.add(
          section.words()
              + ": "
              + (section.isPersonal()
                  ? e.reason()
                  : "the registrar refuses it: «" + e.words() + "»"));
      return Optional.empty();
    } catch (CreditUsedUp e) {
      problems.add(
          section.words() + ": the registrar charges for it, and the account's credit is used up");
      return Optional.empty();
    }
  }

  /** Reads a name and stores it. */
  ReadDomain.Result read(String account, DomainName domain, RegistrarGateway registrar) {
    Instant askedAt = clock.instant();
    ReadDomain.Result read = registrar.ask(account, new ReadDomain(domain));
    domains.read(
        account, domain, DomainReadings.reading(read), askedAt, StoredSection.Source.DAILY_CHECK);
    return read;
  }
}
