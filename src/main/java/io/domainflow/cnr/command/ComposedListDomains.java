package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ListDomains.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link ListDomains} as {@code QueryDomainList} in two ways, put together by name. A name that
 * only the first answer has comes without status and contacts.
 */
final class ComposedListDomains implements Composed<ListDomains, ListDomains.Result> {

  @Override
  public Class<ListDomains> command() {
    return ListDomains.class;
  }

  @Override
  public String name(ListDomains command) {
    return "QueryDomainList";
  }

  @Override
  public int points(ListDomains command) {
    return 2;
  }

  @Override
  public ListDomains.Result ask(ListDomains command, Calls calls) {
    ListedNames.Result dates = calls.ask(new ListedNames(command.first(), ListDomains.PART, false));
    if (dates.names().isEmpty()) {
      return new ListDomains.Result(List.of(), true);
    }
    Map<String, Name> stands = new HashMap<>();
    calls
        .ask(new ListedNames(command.first(), ListDomains.PART, true))
        .names()
        .forEach(name -> stands.put(key(name), name));
    List<Name> names =
        dates.names().stream()
            .map(name -> joined(name, stands.getOrDefault(key(name), name)))
            .toList();
    int total = dates.total().orElse(Integer.MAX_VALUE);
    return new ListDomains.Result(names, command.first() + names.size() >= total);
  }

  private static String key(Name name) {
    return Columns.ascii(name.domain());
  }

  private static Name joined(Name dates, Name stands) {
    return new Name(
        dates.domain(),
        stands.state(),
        dates.statedMode(),
        dates.renewalMode(),
        dates.createdAt(),
        dates.expiresAt(),
        dates.paidUntil(),
        dates.failureDate(),
        dates.accountingDate(),
        dates.finalizationDate(),
        dates.priceClass(),
        stands.ownerContacts(),
        stands.adminContacts(),
        stands.techContacts(),
        stands.billingContacts(),
        stands.nameservers(),
        stands.transferLocked(),
        stands.privacy(),
        dates.updatedAt());
  }
}
