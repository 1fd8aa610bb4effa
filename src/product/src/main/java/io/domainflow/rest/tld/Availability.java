package io.domainflow.rest.tld;

import io.domainflow.account.Platform;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.DomainName;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.registrar.AvailabilityCheck;
import io.domainflow.registrar.CheckedName;
import io.domainflow.registrar.NameStatus;
import io.domainflow.registrar.PriceList;
import io.domainflow.registrar.PriceLists;
import io.domainflow.registrar.PricedOperation;
import io.domainflow.rest.tld.AvailabilityView.Name;
import io.domainflow.tld.TldCatalogue;
import io.domainflow.tld.TldPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Combines what the registrar says about names, their prices and what can be ordered. Each name is
 * asked for once, and only names that could be ordered.
 */
@Component
class Availability {

  private static final int LONGEST_SHOWN = 255;
  private static final Set<NameStatus> REGISTRABLE =
      EnumSet.of(NameStatus.FREE, NameStatus.PREMIUM, NameStatus.CLAIMS);

  private final AvailabilityCheck checks;
  private final PriceLists prices;
  private final TldCatalogue tlds;

  Availability(AvailabilityCheck checks, PriceLists prices, TldCatalogue tlds) {
    this.checks = checks;
    this.prices = prices;
    this.tlds = tlds;
  }

  /**
   * A text that was sent: either a name that the registrar can be asked about, or the answer to it.
   */
  private record Asked(@Nullable DomainName domain, @Nullable Name answer) {}

  /** The answer for all names. */
  AvailabilityView of(
      ResellerAccount account, List<String> texts, Set<PricedOperation> operations) {
    Platform platform = account.system().platform();
    List<Asked> all = texts.stream().map(text -> asked(text, platform)).toList();
    Map<DomainName, CheckedName> checked =
        checks
            .check(
                account.name(),
                all.stream()
                    .filter(asked -> asked.answer() == null)
                    .map(Asked::domain)
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(CheckedName::domain, Function.identity()));
    PriceList list = prices.of(account.name());
    List<Name> names = new ArrayList<>();
    for (Asked asked : all) {
      names.add(
          asked.answer() == null
              ? name(
                  Objects.requireNonNull(checked.get(asked.domain()), "each name is checked"),
                  operations,
                  list,
                  platform)
              : asked.answer());
    }
    return new AvailabilityView(account.name(), list.currency(), list.asOf(), names);
  }

  private Asked asked(String text, Platform platform) {
    DomainName domain;
    try {
      domain = DomainName.of(text);
    } catch (InvalidValue e) {
      String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
      return new Asked(null, unasked(shown, null, NameStatus.INVALID, e.getMessage(), null));
    }
    if (tlds.isTld(domain)) {
      return new Asked(domain, unasked(domain, NameStatus.INVALID, TldCatalogue.NO_NAME, null));
    }
    Optional<TldPolicy> policy = tlds.policyFor(domain);
    if (policy.isEmpty()) {
      return new Asked(
          domain, unasked(domain, NameStatus.UNSUPPORTED, tlds.whyNotOffered(domain), null));
    }
    Optional<FieldProblem> problem = policy.get().check(domain).stream().findFirst();
    if (problem.isPresent()) {
      TermsView terms = TermsView.of(policy.get(), platform);
      return new Asked(domain, unasked(domain, NameStatus.INVALID, problem.get().message(), terms));
    }
    return new Asked(domain, null);
  }

  private static Name unasked(
      DomainName domain, NameStatus status, String reason, @Nullable TermsView terms) {
    return unasked(domain.ascii(), domain.unicode(), status, reason, terms);
  }

  private static Name unasked(
      String domain,
      @Nullable String unicode,
      NameStatus status,
      String reason,
      @Nullable TermsView terms) {
    return new Name(domain, unicode, status, reason, false, null, Map.of(), terms);
  }

  private Name name(
      CheckedName checked, Set<PricedOperation> operations, PriceList list, Platform platform) {
    TldPolicy policy = tlds.policyFor(checked.domain()).orElseThrow();
    TermsView terms = TermsView.of(policy, platform);
    boolean refused = !terms.registration() && REGISTRABLE.contains(checked.status());
    String reason = checked.status() == NameStatus.FREE ? null : checked.reason();
    Map<PricedOperation, StatedPrice> stated =
        new LinkedHashMap<>(StatedPrice.ofName(checked, policy, operations, list));
    if (refused) {
      stated.remove(PricedOperation.REGISTER);
    }
    return new Name(
        checked.domain().ascii(),
        checked.domain().unicode(),
        refused ? NameStatus.UNSUPPORTED : checked.status(),
        refused
            ? "a registration below .%s is not offered at %s yet, because its registry requires additional fields"
                .formatted(policy.tld(), platform.title())
            : reason,
        checked.status() == NameStatus.PREMIUM || checked.priceClass() != null,
        checked.priceClass(),
        stated,
        terms);
  }
}
