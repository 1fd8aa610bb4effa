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
import io.domainflow.registrar.Inquiries;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ListDomains;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Compares the names of an account with what was ordered, each day: by the list as far as it states
 * how they are set up, and by a look at the single name only where it does not and has been changed
 * since. Sets or takes over what the account wants so; the rest is for people.
 */
@Component
class DriftLook implements NameListFollower {

  private final Accounts accounts;
  private final OrderedNames orderedNames;
  private final StoredSections sections;
  private final DriftFinder finder;
  private final DriftCorrection correction;
  private final DriftTasks tasks;
  private final Inquiries inquiries;

  DriftLook(
      Accounts accounts,
      OrderedNames orderedNames,
      StoredSections sections,
      DriftFinder finder,
      DriftCorrection correction,
      DriftTasks tasks,
      Inquiries inquiries) {
    this.accounts = accounts;
    this.orderedNames = orderedNames;
    this.sections = sections;
    this.finder = finder;
    this.correction = correction;
    this.tasks = tasks;
    this.inquiries = inquiries;
  }

  /**
   * What a look has found.
   *
   * @param open what is for people
   * @param settled names of which something was set or taken over, with the sections
   * @param notLookedAt names that an order is working on, in ASCII form
   */
  record Seen(List<Drift> open, Map<DomainName, Set<Section>> settled, Set<String> notLookedAt) {}

  @Override
  public Runnable follow(String account, Listing listing, RegistrarGateway registrar) {
    Map<Section, DriftRule> rules =
        accounts.find(account).map(ResellerAccount::keeping).orElseThrow().drift();
    Set<String> inWork = new HashSet<>(orderedNames.openDomains(account));
    Map<String, Map<Section, StoredSection>> known = sections.ordered(account);
    Seen seen = new Seen(new ArrayList<>(), new LinkedHashMap<>(), inWork);
    for (ListDomains.Name name : listing.names()) {
      DomainName domain = DomainName.ofHeld(name.domain());
      Map<Section, StoredSection> stored = known.get(domain.ascii());
      if (stored == null
          || inWork.contains(domain.ascii())
          || name.state().status() != DomainStatus.ACTIVE) {
        continue;
      }
      if (isChangedSinceRead(name, stored) && look(account, domain, inWork, registrar)) {
        stored = sections.find(account, domain);
      }
      settle(account, domain, finder.drifted(account, domain, stored), rules, seen, registrar);
    }
    return () -> tasks.record(account, seen);
  }

  // What the list states was stored with it.
  private static boolean isChangedSinceRead(
      ListDomains.Name name, Map<Section, StoredSection> stored) {
    Set<Section> missing = EnumSet.copyOf(DriftFinder.SECTIONS);
    missing.removeAll(name.settings().sections());
    return name.updatedAt() != null
        && missing.stream()
            .map(section -> stored.getOrDefault(section, StoredSection.UNKNOWN))
            .filter(section -> section.wanted() != null)
            .anyMatch(
                section -> section.readAt() == null || section.readAt().isBefore(name.updatedAt()));
  }

  private boolean look(
      String account, DomainName domain, Set<String> notLookedAt, RegistrarGateway registrar) {
    try {
      inquiries.besideOrders(() -> correction.read(account, domain, registrar));
      return true;
    } catch (Refused e) {
      // The names that left are looked for anyway; what else it refuses, the next look asks again.
      notLookedAt.add(domain.ascii());
      return false;
    } catch (Unavailable e) {
      // It may be about this one name only, which the next look asks about again.
      if (e.isRegistrarAway()) {
        throw e;
      }
      notLookedAt.add(domain.ascii());
      return false;
    }
  }

  private void settle(
      String account,
      DomainName domain,
      Map<Section, StoredSection> drifted,
      Map<Section, DriftRule> rules,
      Seen seen,
      RegistrarGateway registrar) {
    if (drifted.isEmpty()) {
      return;
    }
    Set<Section> mended = ruled(drifted.keySet(), rules, DriftRule.MEND);
    Set<Section> adopted = ruled(drifted.keySet(), rules, DriftRule.ADOPT);
    String problem = null;
    if (!adopted.isEmpty()) {
      sections.adopt(account, domain, adopted);
    }
    if (!mended.isEmpty()) {
      problem = correction.set(account, domain, mended, registrar);
    }
    Map<Section, StoredSection> left =
        finder.drifted(account, domain, sections.find(account, domain));
    // What the registrar has taken and not yet carried out is looked at tomorrow.
    if (problem == null) {
      left.keySet().removeAll(mended);
    }
    Set<Section> settled = EnumSet.copyOf(drifted.keySet());
    settled.removeAll(left.keySet());
    if (!left.isEmpty()) {
      seen.open().add(Drift.of(domain, left, problem));
    }
    if (!settled.isEmpty()) {
      seen.settled().put(domain, settled);
    }
  }

  private static Set<Section> ruled(
      Set<Section> drifted, Map<Section, DriftRule> rules, DriftRule rule) {
    Set<Section> ruled = EnumSet.noneOf(Section.class);
    drifted.stream().filter(section -> rules.get(section) == rule).forEach(ruled::add);
    return ruled;
  }
}
