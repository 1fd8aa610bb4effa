package io.domainflow.process.drift;

import io.domainflow.account.Accounts;
import io.domainflow.account.DriftRule;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Section;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.domain.NameList.Listing;
import io.domainflow.process.domain.NameListFollower;
import io.domainflow.process.drift.DriftCorrection.Corrected;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ListDomains;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Compares the names of an account with what was ordered, each day: from the list as far as it
 * states their settings, and by reading a single name only where the list does not and the name has
 * changed since. It corrects or adopts settings as the account's rules say; the rest is left to
 * people.
 */
@Component
class DriftCheck implements NameListFollower {

  private final Accounts accounts;
  private final OrderedNames orderedNames;
  private final StoredSections sections;
  private final DriftFinder finder;
  private final DriftCorrection correction;
  private final Drifts drifts;
  private final DriftTasks tasks;
  private final LowPriorityCalls lowPriority;

  DriftCheck(
      Accounts accounts,
      OrderedNames orderedNames,
      StoredSections sections,
      DriftFinder finder,
      DriftCorrection correction,
      Drifts drifts,
      DriftTasks tasks,
      LowPriorityCalls lowPriority) {
    this.accounts = accounts;
    this.orderedNames = orderedNames;
    this.sections = sections;
    this.finder = finder;
    this.correction = correction;
    this.drifts = drifts;
    this.tasks = tasks;
    this.lowPriority = lowPriority;
  }

  /**
   * The result of a check.
   *
   * @param open the drifts that are left to people
   * @param asOrdered names that were compared and are as ordered by now, in ASCII form. A name that
   *     was not compared keeps its state: an order works on it, it is not active, or the list does
   *     not contain it
   */
  record Result(List<Drift> open, Set<String> asOrdered) {}

  @Override
  public Runnable follow(String account, Listing listing, RegistrarGateway registrar) {
    Map<Section, DriftRule> rules =
        accounts.find(account).map(ResellerAccount::keeping).orElseThrow().drift();
    Set<String> inWork = orderedNames.openDomains(account);
    Map<String, Map<Section, StoredSection>> known = sections.ordered(account);
    Result seen = new Result(new ArrayList<>(), new HashSet<>());
    for (ListDomains.Name name : listing.names()) {
      DomainName domain = DomainName.ofManaged(name.domain());
      Map<Section, StoredSection> stored = known.get(domain.ascii());
      if (stored == null) {
        seen.asOrdered().add(domain.ascii());
      } else if (name.state().status() == DomainStatus.ACTIVE && !inWork.contains(domain.ascii())) {
        compare(account, domain, name, stored, rules, seen, registrar);
      }
    }
    return () -> tasks.record(account, seen);
  }

  private void compare(
      String account,
      DomainName domain,
      ListDomains.Name name,
      Map<Section, StoredSection> stored,
      Map<Section, DriftRule> rules,
      Result seen,
      RegistrarGateway registrar) {
    boolean read = isChangedSinceRead(name, stored);
    if (read && !check(account, domain, registrar)) {
      return;
    }
    Map<Section, StoredSection> drifted =
        finder.drifted(account, domain, read ? sections.find(account, domain) : stored);
    if (drifted.isEmpty()) {
      seen.asOrdered().add(domain.ascii());
    } else if (!correction.isInWork(domain)) {
      // An order may have begun since the list was read, and changed the name.
      settle(account, domain, drifted, rules, seen, registrar);
    }
  }

  // The content of the list was stored with it. The registrar states full seconds: a change in the
  // second of a reading may have followed it.
  private static boolean isChangedSinceRead(
      ListDomains.Name name, Map<Section, StoredSection> stored) {
    Set<Section> missing = EnumSet.copyOf(DriftFinder.SECTIONS);
    missing.removeAll(name.settings().sections());
    return name.updatedAt() != null
        && missing.stream()
            .map(section -> stored.getOrDefault(section, StoredSection.UNKNOWN))
            .filter(section -> section.wanted() != null)
            .anyMatch(
                section ->
                    section.readAt() == null
                        || !section
                            .readAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .isAfter(name.updatedAt()));
  }

  private boolean check(String account, DomainName domain, RegistrarGateway registrar) {
    try {
      lowPriority.make(() -> correction.read(account, domain, registrar));
      return true;
    } catch (Refused e) {
      // Names that have left are looked up anyway; the next check repeats other questions that are
      // refused.
      return false;
    } catch (Unavailable e) {
      // The failure may concern only this name, which the next check reads again.
      if (e.isRegistrarAway()) {
        throw e;
      }
      return false;
    }
  }

  private void settle(
      String account,
      DomainName domain,
      Map<Section, StoredSection> drifted,
      Map<Section, DriftRule> rules,
      Result seen,
      RegistrarGateway registrar) {
    Set<Section> adopted = ruled(drifted.keySet(), rules, DriftRule.ADOPT);
    Map<Section, StoredSection> toMend = new EnumMap<>(drifted);
    toMend.keySet().retainAll(ruled(drifted.keySet(), rules, DriftRule.MEND));
    Corrected corrected =
        toMend.isEmpty()
            ? Corrected.NOTHING
            : mend(account, Drift.of(domain, toMend, null), registrar);
    tasks.settled(account, domain, corrected.done(), adopted);
    Map<Section, StoredSection> left = new EnumMap<>(drifted);
    left.keySet().removeAll(adopted);
    left.keySet().removeAll(corrected.done());
    if (corrected.later() != null) {
      left.keySet().removeAll(toMend.keySet());
    } else if (left.isEmpty()) {
      seen.asOrdered().add(domain.ascii());
    }
    if (!left.isEmpty()) {
      boolean tried = !Collections.disjoint(left.keySet(), toMend.keySet());
      seen.open().add(Drift.of(domain, left, tried ? corrected.problem() : null));
    }
  }

  // If a setting was corrected and differs again, something else changes it, such as the
  // registrar's suspension of a name whose registrant has not verified the mail address.
  private Corrected mend(String account, Drift drift, RegistrarGateway registrar) {
    Optional<Instant> before = drifts.mendedAt(account, drift);
    if (before.isPresent()) {
      return Corrected.not(
          "it was set as ordered on "
              + PlainTime.of(before.get())
              + ", and differs still or again");
    }
    Corrected corrected =
        lowPriority.make(
            () -> correction.set(account, drift.domain(), drift.sections(), registrar));
    if (!corrected.done().isEmpty()) {
      drifts.mended(account, drift);
    }
    return corrected;
  }

  private static Set<Section> ruled(
      Set<Section> drifted, Map<Section, DriftRule> rules, DriftRule rule) {
    Set<Section> ruled = EnumSet.noneOf(Section.class);
    drifted.stream().filter(section -> rules.get(section) == rule).forEach(ruled::add);
    return ruled;
  }
}
