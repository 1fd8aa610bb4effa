package io.domainflow.tld;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.model.ContactRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms of TLDs that a form of the installation sets instead of the policy table, each in a
 * property: {@code years} and {@code nameservers} ({@code 1,10}), {@code idn}, {@code transferLock}
 * and {@code privacy} ({@code true} or {@code false}), {@code transferContacts} ({@code
 * ADMIN,TECH}).
 */
final class FormTerms {

  static final Set<String> MEMBERS =
      Set.of("years", "nameservers", "idn", "transferLock", "privacy", "transferContacts");

  // The defaults: what the registrar accepts for every name, or a harmless value.
  private static final List<Integer> ONE_YEAR = List.of(1, 1);
  private static final List<Integer> TWO_OR_MORE = List.of(2, 13);

  private final @Nullable List<Integer> years;
  private final @Nullable List<Integer> nameservers;
  private final @Nullable Boolean idn;
  private final @Nullable Boolean transferLock;
  private final @Nullable Boolean privacy;
  private final @Nullable Set<ContactRole> transferContacts;
  private final BiFunction<String, String, CatalogueFault> fault;

  /**
   * Parses the properties of a form.
   *
   * @param fault creates a fault from the name of a property and a description
   * @throws CatalogueFault for an invalid value
   */
  FormTerms(JsonNode properties, BiFunction<String, String, CatalogueFault> fault) {
    this.fault = fault;
    years = numbers(properties, "years");
    if (years != null && !PolicyTable.areTerms(years)) {
      throw fault.apply(
          "years", "has years that are not shortest, longest, single longer ones within 1 to 10");
    }
    nameservers = numbers(properties, "nameservers");
    if (nameservers != null && !PolicyTable.isRange(nameservers, 0, 13)) {
      throw fault.apply(
          "nameservers", "has nameservers that are not smallest, largest number within 0 to 13");
    }
    idn = flag(properties, "idn");
    transferLock = flag(properties, "transferLock");
    privacy = flag(properties, "privacy");
    transferContacts = roles(properties, "transferContacts");
  }

  /** The terms of a TLD that is not in the policy table. */
  PolicyTable.Row row(String tld, String source) {
    return over(
        new PolicyTable.Row(
            tld,
            ONE_YEAR,
            false,
            false,
            false,
            TWO_OR_MORE,
            Set.of(),
            List.of(),
            Map.of(),
            "",
            AuthCodeRoute.READ,
            false,
            source));
  }

  /** The terms of the policy table, overridden by those of the form. */
  PolicyTable.Row over(PolicyTable.Row row) {
    return new PolicyTable.Row(
        row.tld(),
        years == null ? row.years() : years,
        idn == null ? row.idn() : idn,
        transferLock == null ? row.transferLock() : transferLock,
        privacy == null ? row.privacy() : privacy,
        nameservers == null ? row.nameservers() : nameservers,
        transferContacts == null ? row.transferContacts() : transferContacts,
        row.transferYears(),
        row.paperwork(),
        row.applicationClass(),
        row.authCode(),
        row.pushable(),
        row.source());
  }

  private @Nullable List<Integer> numbers(JsonNode properties, String member) {
    if (!properties.has(member)) {
      return null;
    }
    try {
      return entries(properties, member).map(Integer::valueOf).toList();
    } catch (NumberFormatException e) {
      throw fault.apply(member, "has " + member + " that are no numbers with commas between them");
    }
  }

  private @Nullable Boolean flag(JsonNode properties, String member) {
    if (!properties.has(member)) {
      return null;
    }
    return switch (properties.path(member).asText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault.apply(member, "must say true or false for " + member);
    };
  }

  private @Nullable Set<ContactRole> roles(JsonNode properties, String member) {
    if (!properties.has(member)) {
      return null;
    }
    Set<ContactRole> roles = EnumSet.noneOf(ContactRole.class);
    try {
      entries(properties, member).map(ContactRole::valueOf).forEach(roles::add);
    } catch (IllegalArgumentException e) {
      throw fault.apply(
          member,
          "has " + member + " other than " + Arrays.toString(ContactRole.values()) + " or nothing");
    }
    return roles;
  }

  private static Stream<String> entries(JsonNode properties, String member) {
    return Arrays.stream(properties.path(member).asText().split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty());
  }
}
