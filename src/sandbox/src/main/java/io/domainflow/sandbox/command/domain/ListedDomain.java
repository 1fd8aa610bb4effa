package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A name as QueryDomainList shows it, with related data.
 *
 * @param nameservers the name servers as shown
 * @param privacy the value shown for each service
 */
record ListedDomain(
    RegisteredName name,
    String repository,
    String parent,
    String renewalMode,
    Prices.Price renewal,
    boolean locked,
    List<String> nameservers,
    Map<String, String> privacy) {

  String domain() {
    return name.domain();
  }

  List<String> handles(String role) {
    return name.handles(role);
  }

  String handle(String role) {
    return handles(role).stream().findFirst().orElse("");
  }

  String transferLock() {
    return locked ? "1" : "0";
  }

  String field(String key) {
    return name.fields().getOrDefault(key, "0");
  }

  String created() {
    return RegistrarDate.of(name.createdAt());
  }

  String updated() {
    return RegistrarDate.of(name.updatedAt());
  }

  String date(Function<RegisteredName, Instant> date) {
    return RegistrarDate.of(date.apply(name));
  }

  /** A name server by its position; empty if there is none. */
  String nameserver(int index) {
    return index < nameservers.size() ? nameservers.get(index) : "";
  }

  /** Whether the name matches the filters of a call; dates are not checked. */
  boolean matches(ReceivedCommand call) {
    Map<String, Collection<String>> values = new LinkedHashMap<>();
    for (String parameter : List.of("DOMAIN", "OBJECTID", "DESCRIPTION")) {
      values.put(parameter, List.of(domain()));
    }
    values.put("OBJECTCLASS", List.of("DOMAIN"));
    values.put("DOMAINSUBCLASS", List.of(name.subclass() + "."));
    values.put("SUBCLASS", List.of(name.subclass()));
    values.put("NAMESERVER", name.nameservers());
    values.put("STATUS", List.of(name.status()));
    values.put("TRANSFERLOCK", List.of(transferLock()));
    values.put("RENEWALMODE", List.of(renewalMode(), name.renewalMode()));
    values.put("REPOSITORY", List.of(repository()));
    values.put("USER", List.of(name.account()));
    values.put("CONTACT", ContactSlots.ROLES.stream().flatMap(r -> handles(r).stream()).toList());
    ContactSlots.ROLES.forEach(role -> values.put(role + "CONTACT", handles(role)));
    for (String none : List.of("ADDON-PROXY", "ADDON-TRUSTEE")) {
      values.put(none, List.of("0"));
    }
    call.parameters().keySet().stream()
        .filter(key -> key.startsWith("X-"))
        .forEach(key -> values.put(key, List.of(field(key))));
    return values.entrySet().stream()
        .allMatch(entry -> call.asksFor(entry.getKey(), entry.getValue()));
  }

  /** The order that a list asks for; by expiry if it is not a documented one. */
  static Comparator<ListedDomain> order(String text) {
    boolean descending = text.endsWith("DESC");
    Function<ListedDomain, String> by =
        switch (descending ? text.substring(0, text.length() - "DESC".length()) : text) {
          case "DOMAINSUBCLASS" -> row -> row.name().subclass();
          case "USER" -> row -> row.name().account();
          case "STATUS" -> row -> row.name().status();
          case "CREATEDDATE" -> ListedDomain::created;
          case "UPDATEDDATE" -> ListedDomain::updated;
          case "DOMAIN", "OBJECTID", "DESCRIPTION", "REGISTRAR" -> ListedDomain::domain;
          case "ACCOUNTINGDATE" -> row -> row.date(NameDates::accounting);
          case "FAILUREDATE" -> row -> row.date(NameDates::failure);
          case "FINALIZATIONDATE" -> row -> row.date(NameDates::finalization);
          case "PAIDUNTILDATE" -> row -> row.date(RegisteredName::paidUntil);
          default -> row -> row.date(RegisteredName::expiresAt);
        };
    Comparator<ListedDomain> ascending =
        Comparator.comparing(by).thenComparing(ListedDomain::domain);
    return descending ? ascending.reversed() : ascending;
  }
}
