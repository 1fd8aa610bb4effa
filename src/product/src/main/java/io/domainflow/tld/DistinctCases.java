package io.domainflow.tld;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.domainflow.tld.FieldCases.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Enumerates all cases that the form of a TLD can distinguish in one operation. Properties that its
 * conditions do not use are the same in all of them; one country represents all those that no
 * condition names.
 */
final class DistinctCases {

  private static final Pattern LIST = Pattern.compile("\\[[^\\]]*]");

  private static final Set<String> ALL_COUNTRIES =
      Arrays.stream(Locale.getISOCountries()).collect(toCollection(LinkedHashSet::new));

  /** The properties in which cases differ, in the order used in texts. */
  private static final List<Function<FieldContext, Object>> DIFFERENCES =
      List.of(
          FieldContext::organization,
          FieldContext::country,
          FieldContext::idn,
          context -> Party.of(context.adminOrganization()));

  private final FormOperation operation;
  private final List<AdditionalField> fields;

  /** Every name in a condition. */
  private final Set<String> asked;

  /**
   * The countries that conditions name, grouped by a representative of those that are not
   * distinguished.
   */
  private final Map<String, Set<String>> named;

  /** Represents all countries that are not named. */
  private final String other;

  DistinctCases(AdditionalFieldsForm form, FormOperation operation) {
    this.operation = operation;
    this.fields =
        form.fields().stream().filter(field -> field.operations().contains(operation)).toList();
    this.asked =
        fields.stream()
            .flatMap(field -> field.askedFor().stream())
            .collect(toCollection(LinkedHashSet::new));
    this.named = asksFor("registrantCountry") ? namedCountries() : Map.of();
    this.other =
        ALL_COUNTRIES.stream().filter(country -> !isNamed(country)).findFirst().orElseThrow();
  }

  private boolean isNamed(String country) {
    return named.values().stream().anyMatch(alike -> alike.contains(country));
  }

  private boolean asksFor(String name) {
    return asked.contains(name);
  }

  /** Countries that appear in exactly the same lists of the conditions are not distinguished. */
  private Map<String, Set<String>> namedCountries() {
    List<String> conditions =
        fields.stream().flatMap(field -> field.hide().stream()).distinct().toList();
    Map<Set<String>, Set<String>> byPlaces = new LinkedHashMap<>();
    for (String country : ALL_COUNTRIES) {
      String literal = '"' + country + '"';
      Set<String> places = new LinkedHashSet<>();
      for (String condition : conditions) {
        LIST.matcher(condition)
            .results()
            .map(MatchResult::group)
            .filter(list -> list.contains(literal))
            .forEach(places::add);
        if (LIST.matcher(condition).replaceAll("").contains(literal)) {
          places.add(literal);
        }
      }
      if (!places.isEmpty()) {
        byPlaces.computeIfAbsent(places, key -> new LinkedHashSet<>()).add(country);
      }
    }
    Map<String, Set<String>> byFirst = new LinkedHashMap<>();
    byPlaces.values().forEach(alike -> byFirst.put(alike.iterator().next(), alike));
    return byFirst;
  }

  /** One context for each case. */
  List<FieldContext> contexts() {
    List<String> countries = new ArrayList<>(named.keySet());
    countries.add(other);
    List<FieldContext> contexts = new ArrayList<>();
    for (boolean organization : possible("registrantKind", List.of(false, true))) {
      for (String country : countries) {
        for (boolean idn : possible("domainIsIdn", List.of(false, true))) {
          for (Party admin : possible("adminKind", List.of(Party.values()))) {
            contexts.add(
                new FieldContext(operation, organization, admin.organization(), country, idn));
          }
        }
      }
    }
    return contexts;
  }

  private <T> List<T> possible(String name, List<T> values) {
    return asksFor(name) ? values : values.subList(0, 1);
  }

  /** Whether a context is one of the requested ones. */
  boolean isAsked(FieldContext context, FieldCases cases) {
    return (cases.registrant() == null
            || !asksFor("registrantKind")
            || context.organization() == (cases.registrant() == Party.ORGANIZATION))
        && (cases.country() == null || standIn(cases.country()).equals(context.country()))
        && (cases.idn() == null || !asksFor("domainIsIdn") || context.idn() == cases.idn())
        && (cases.admin() == null
            || !asksFor("adminKind")
            || Objects.equals(context.adminOrganization(), cases.admin().organization()));
  }

  private String standIn(String country) {
    return named.entrySet().stream()
        .filter(alike -> alike.getValue().contains(country))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(other);
  }

  /**
   * Describes what distinguishes some cases from all others: «an organization outside DE».
   *
   * @param among all requested cases
   */
  String words(Collection<FieldContext> some, Collection<FieldContext> among) {
    return words(some, among, 0);
  }

  private String words(Collection<FieldContext> some, Collection<FieldContext> among, int place) {
    if (place == DIFFERENCES.size()) {
      return "";
    }
    Function<FieldContext, Object> difference = DIFFERENCES.get(place);
    Set<Object> possible = values(among.stream(), difference);
    Map<Object, Set<Object>> rests = new LinkedHashMap<>();
    for (Object value : values(some.stream(), difference)) {
      rests.put(
          value, values(having(some, difference, Set.of(value)), context -> rest(context, place)));
    }
    Map<Set<Object>, Set<Object>> alike = new LinkedHashMap<>();
    rests.forEach(
        (value, rest) -> alike.computeIfAbsent(rest, key -> new LinkedHashSet<>()).add(value));
    return alike.values().stream()
        .map(
            values ->
                Stream.of(
                        phrase(place, values, possible),
                        words(having(some, difference, values).toList(), among, place + 1))
                    .filter(text -> !text.isEmpty())
                    .collect(joining(" ")))
        .collect(joining(", or "));
  }

  private static Stream<FieldContext> having(
      Collection<FieldContext> contexts,
      Function<FieldContext, Object> difference,
      Set<Object> values) {
    return contexts.stream().filter(context -> values.contains(difference.apply(context)));
  }

  private static Set<Object> values(
      Stream<FieldContext> contexts, Function<FieldContext, Object> difference) {
    return contexts.map(difference).collect(toCollection(LinkedHashSet::new));
  }

  private static Object rest(FieldContext context, int place) {
    return DIFFERENCES.subList(place + 1, DIFFERENCES.size()).stream()
        .map(difference -> difference.apply(context))
        .toList();
  }

  private String phrase(int place, Set<Object> values, Set<Object> possible) {
    Object first = values.iterator().next();
    if (values.equals(possible)) {
      return place == 0 ? "a registrant" : "";
    }
    return switch (place) {
      case 0 -> kind((boolean) first);
      case 1 -> where(values);
      case 2 -> "with " + ((boolean) first ? "an internationalized name" : "a plain name");
      default -> admins(values);
    };
  }

  private static String kind(boolean organization) {
    return organization ? "an organization" : "an individual";
  }

  private String where(Set<Object> countries) {
    boolean others = countries.contains(other);
    List<String> codes =
        named.entrySet().stream()
            .filter(alike -> countries.contains(alike.getKey()) != others)
            .flatMap(alike -> alike.getValue().stream())
            .sorted()
            .toList();
    return (others ? "outside " : "in ") + String.join(", ", codes);
  }

  private static String admins(Set<Object> admins) {
    return admins.stream()
        .map(Party.class::cast)
        .map(
            admin ->
                admin == Party.UNKNOWN
                    ? "without an administrative contact of its own"
                    : "with " + kind(admin == Party.ORGANIZATION) + " as administrative contact")
        .collect(joining(" or "));
  }
}
