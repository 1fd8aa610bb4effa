package io.domainflow.cnr.command;

import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ListDomains.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link ListDomains} as {@code QueryDomainList} in two variants, joined by name. A name that only
 * the first answer contains has no status and no contacts.
 */
final class ComposedListDomains implements Composed<ListDomains, ListDomains.Result> {

  @Override
  public String name(ListDomains command) {
    return "QueryDomainList";
  }

  @Override
  public int points(ListDomains command) {
    return 2 + DefaultMode.POINTS;
  }

  @Override
  public ListDomains.Result ask(ListDomains command, Calls calls) {
    ListedNames.Result dates = calls.ask(new ListedNames(command.first(), ListDomains.PART, false));
    if (dates.rows().isEmpty()) {
      return new ListDomains.Result(List.of(), true);
    }
    Map<String, Name> stands = new HashMap<>();
    calls
        .ask(new ListedNames(command.first(), ListDomains.PART, true))
        .rows()
        .forEach(row -> stands.put(key(row.name()), row.name()));
    Optional<RenewalMode> byDefault =
        dates.rows().stream().anyMatch(ListedNames.Row::isByDefault)
            ? DefaultMode.of(calls)
            : Optional.empty();
    List<Name> names =
        dates.rows().stream()
            .map(
                row ->
                    joined(
                        row,
                        stands.getOrDefault(key(row.name()), row.name()),
                        row.dates(byDefault),
                        byDefault,
                        calls))
            .toList();
    int total = dates.total().orElse(Integer.MAX_VALUE);
    return new ListDomains.Result(names, command.first() + names.size() >= total);
  }

  private static String key(Name name) {
    return Columns.ascii(name.domain());
  }

  private static Name joined(
      ListedNames.Row row,
      Name stands,
      NameDates dates,
      Optional<RenewalMode> byDefault,
      Calls calls) {
    Name name = row.name();
    return new Name(
        name.domain(),
        state(stands.state(), dates, calls),
        name.statedMode(),
        ModeText.read(name.statedMode(), byDefault),
        name.createdAt(),
        dates.expiresAt(),
        dates.paidUntil(),
        dates.failureDate(),
        dates.accountingDate(),
        dates.finalizationDate(),
        name.priceClass(),
        stands.ownerContacts(),
        stands.adminContacts(),
        stands.techContacts(),
        stands.billingContacts(),
        stands.nameservers(),
        stands.transferLocked(),
        stands.privacy(),
        name.updatedAt());
  }

  // Deleted names are in a different list.
  private static DomainState state(DomainState stated, NameDates dates, Calls calls) {
    return stated.deleting()
            && stated.status() == DomainStatus.PENDING
            && !stated.restoring()
            && dates.expiresAt() != null
            && !calls.now().isBefore(dates.expiresAt())
        ? StatusWords.suspended(stated)
        : stated;
  }
}
