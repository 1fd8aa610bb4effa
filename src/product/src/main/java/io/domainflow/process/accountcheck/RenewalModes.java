package io.domainflow.process.accountcheck;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.ExpiringDomains;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.registrar.command.ListDomains;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the names of an account that do not have the renewal mode they should have. */
@Component
class RenewalModes {

  private final OrderedNames orderedNames;
  private final StoredSections sections;
  private final ExpiringDomains ending;
  private final AccountCheckProperties properties;
  private final Clock clock;

  RenewalModes(
      OrderedNames orderedNames,
      StoredSections sections,
      ExpiringDomains ending,
      AccountCheckProperties properties,
      Clock clock) {
    this.orderedNames = orderedNames;
    this.sections = sections;
    this.ending = ending;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * A name with the wrong mode.
   *
   * @param domain as the registrar writes it
   * @param stated its mode, as the registrar writes it
   * @param known whether that is a mode we know
   * @param wanted the mode it should have
   * @param chargedAutomatically whether the registrar has charged a renewal that nobody has
   *     ordered, and can still reverse it
   * @param chargeDue whether the day on which the registrar charges for the next period is over, so
   *     that the wanted mode would buy a year at once
   */
  record Differing(
      String domain,
      String stated,
      boolean known,
      RenewalMode wanted,
      boolean chargedAutomatically,
      boolean chargeDue) {

    String text() {
      return domain + ": " + stated + " instead of " + wanted;
    }

    /** The same, with why the mode is not set, if that is known from the list. */
    String explained() {
      return chargeDue
          ? text() + "; it is not set, as that would buy a year at once: order a RENEW first"
          : text();
    }
  }

  /**
   * Compares the names with what was ordered.
   *
   * @param names all names of the account, as just stored
   */
  List<Differing> differing(String account, List<ListDomains.Name> names) {
    Map<String, RenewalMode> ordered = sections.wantedModes(account);
    Set<String> paidWithoutOrder =
        ending.paidWithoutOrder(account).stream()
            .map(DomainName::ascii)
            .collect(Collectors.toSet());
    Set<String> inWork = orderedNames.openDomains(account);
    List<Differing> differing = new ArrayList<>();
    for (ListDomains.Name name : names) {
      String domain = name.domain().toLowerCase(Locale.ROOT);
      RenewalMode wanted = ordered.getOrDefault(domain, properties.renewalMode());
      // A running order may be about to set it.
      if (!inWork.contains(domain) && name.renewalMode().filter(wanted::equals).isEmpty()) {
        boolean takesBack = paidWithoutOrder.contains(domain) && chargedAutomatically(name, wanted);
        String stated = name.renewalMode().map(Enum::name).orElse(name.statedMode());
        differing.add(
            new Differing(
                name.domain(),
                stated,
                name.renewalMode().isPresent(),
                wanted,
                takesBack,
                wanted == RenewalMode.AUTORENEW && name.wouldRenewAtOnce(clock.instant())));
      }
    }
    return differing;
  }

  // A payment before the day on which the registrar charges was made on purpose. That day is as
  // long before the expiry as the next one is before the end of the paid period.
  private boolean chargedAutomatically(ListDomains.Name name, RenewalMode wanted) {
    Instant now = clock.instant();
    if (wanted == RenewalMode.AUTORENEW
        || name.renewalMode().filter(RenewalMode.AUTORENEW::equals).isEmpty()
        || name.expiresAt() == null
        || name.paidUntil() == null
        || name.accountingDate() == null) {
      return false;
    }
    Duration ahead = Duration.between(name.accountingDate(), name.paidUntil());
    boolean carriedOut = name.finalizationDate() != null && !now.isBefore(name.finalizationDate());
    return !carriedOut && !now.isBefore(name.expiresAt().minus(ahead));
  }
}
