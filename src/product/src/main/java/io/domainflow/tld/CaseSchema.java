package io.domainflow.tld;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema of the additional fields in one case. It is computed by enumeration: the conditions
 * of the form are evaluated for every value of the fields that they depend on, and the schema
 * distinguishes different results.
 */
final class CaseSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Represents a missing parameter, because no value is empty. */
  private static final String ABSENT = "";

  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";
  private static final String ALL_OF = "allOf";
  private static final String ANY_OF = "anyOf";

  private final AdditionalFieldsForm form;
  private final Visibility visibility;
  private final FieldContext context;
  private final List<AdditionalField> fields;

  /** The fields that are shown at all, by parameter, in the order of the form. */
  private final Map<String, List<AdditionalField>> possible;

  private CaseSchema(AdditionalFieldsForm form, FieldContext context) {
    this.form = form;
    this.visibility = form.visibility();
    this.context = context;
    this.fields = visibility.fieldsFor(context).toList();
    this.possible = ofParameters(fields);
    Map<String, List<AdditionalField>> shown =
        ofParameters(fields.stream().filter(this::isEverShown).toList());
    possible.keySet().retainAll(shown.keySet());
    possible.putAll(shown);
  }

  /** The schema, without the parts that belong only to the root of a document. */
  static ObjectNode of(AdditionalFieldsForm form, FieldContext context) {
    return new CaseSchema(form, context).schema();
  }

  private static Map<String, List<AdditionalField>> ofParameters(List<AdditionalField> fields) {
    return fields.stream()
        .filter(field -> !field.isHelper())
        .collect(groupingBy(AdditionalField::parameter, LinkedHashMap::new, toList()));
  }

  private ObjectNode schema() {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject(PROPERTIES);
    possible.forEach(
        (parameter, lists) ->
            properties.set(
                parameter,
                lists.size() == 1
                    ? FieldSchemas.of(lists.get(0), form.fields().indexOf(lists.get(0)) + 1)
                    : JSON.objectNode()));
    schema.put("additionalProperties", false);
    List<AdditionalField> helpers = fields.stream().filter(AdditionalField::isHelper).toList();
    for (String parameter : possible.keySet()) {
      if (helpers.stream().noneMatch(helper -> dependents(helper).contains(parameter))) {
        List<String> deciders = deciders(possible(parameter).stream());
        absorb(schema, rule(deciders, Map.of(), given -> presence(parameter, variables(given))));
      }
    }
    for (AdditionalField helper : helpers) {
      absorb(schema, ofHelper(helper));
    }
    return schema;
  }

  private List<AdditionalField> possible(String parameter) {
    return possible.getOrDefault(parameter, List.of());
  }

  // // ---- visibility

  private boolean isEverShown(AdditionalField field) {
    List<AdditionalField> helpers =
        fields.stream().filter(other -> other.isHelper() && field.asksFor(other.key())).toList();
    List<String> deciders = deciders(Stream.concat(Stream.of(field), helpers.stream()));
    return combinations(deciders)
        .anyMatch(
            given -> {
              Map<String, @Nullable Object> variables = variables(given);
              return visibility.isShown(field, variables)
                  || helpers.stream()
                      .filter(helper -> visibility.isShown(helper, variables))
                      .anyMatch(helper -> isShownUnderAnOption(field, helper, variables));
            });
  }

  private boolean isShownUnderAnOption(
      AdditionalField field, AdditionalField helper, Map<String, @Nullable Object> variables) {
    return Visibility.options(helper).stream()
        .anyMatch(option -> visibility.isShown(field, with(variables, helper.key(), option)));
  }

  /** The parameters that a helper shows or hides. */
  private Set<String> dependents(AdditionalField helper) {
    return visibility
        .dependents(helper, context)
        .map(AdditionalField::parameter)
        .filter(possible::containsKey)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** The parameters that the conditions of some fields depend on, in the order of the form. */
  private List<String> deciders(Stream<AdditionalField> asking) {
    Set<String> names =
        asking
            .flatMap(field -> field.askedFor().stream())
            .collect(toCollection(LinkedHashSet::new));
    return fields.stream()
        .filter(field -> !field.isHelper() && names.contains(field.key()))
        .map(AdditionalField::parameter)
        .filter(possible::containsKey)
        .distinct()
        .toList();
  }

  /** All possible values of a parameter, absence first. */
  private List<String> states(String parameter) {
    return Stream.concat(
            Stream.of(ABSENT),
            possible(parameter).stream().flatMap(field -> FieldSchemas.samples(field).stream()))
        .distinct()
        .toList();
  }

  private Stream<Map<String, String>> combinations(List<String> parameters) {
    Stream<Map<String, String>> combinations = Stream.of(Map.of());
    for (String parameter : parameters) {
      combinations =
          combinations.flatMap(
              given -> states(parameter).stream().map(state -> with(given, parameter, state)));
    }
    return combinations;
  }

  private Map<String, @Nullable Object> variables(Map<String, String> given) {
    Map<String, String> values = new LinkedHashMap<>(given);
    values.values().removeIf(ABSENT::equals);
    return visibility.variables(values, context);
  }

  private static <V extends @Nullable Object> Map<String, V> with(
      Map<String, V> map, String key, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }

  // // ---- rules

  /** The rule for a parameter when the conditions see these variables. */
  private ObjectNode presence(String parameter, Map<String, @Nullable Object> variables) {
    ObjectNode node = JSON.objectNode();
    List<AdditionalField> shown = shown(parameter, variables);
    if (shown.isEmpty()) {
      node.putObject(PROPERTIES).put(parameter, false);
      return node;
    }
    if (possible(parameter).size() > 1) {
      AdditionalField field = shown.get(0);
      node.putObject(PROPERTIES)
          .set(parameter, FieldSchemas.of(field, form.fields().indexOf(field) + 1));
    }
    if (shown.stream().anyMatch(CaseSchema::mustBeGiven)) {
      node.putArray(REQUIRED).add(parameter);
    }
    return node;
  }

  private List<AdditionalField> shown(String parameter, Map<String, @Nullable Object> variables) {
    return possible(parameter).stream()
        .filter(field -> visibility.isShown(field, variables))
        .toList();
  }

  private static boolean mustBeGiven(AdditionalField field) {
    return field.required() && field.defaultValue() == null;
  }

  /**
   * A nested decision about one parameter after the other.
   *
   * @param last the rule after all of them are decided
   */
  private ObjectNode rule(
      List<String> deciders,
      Map<String, String> given,
      Function<Map<String, String>, ObjectNode> last) {
    if (deciders.isEmpty()) {
      return last.apply(given);
    }
    String decider = deciders.get(0);
    Map<ObjectNode, List<String>> alike = new LinkedHashMap<>();
    for (String state : states(decider)) {
      ObjectNode follows =
          rule(deciders.subList(1, deciders.size()), with(given, decider, state), last);
      alike.computeIfAbsent(follows, key -> new ArrayList<>()).add(state);
    }
    // the first one is for absence, and for every case that the others do not cover
    List<Map.Entry<ObjectNode, List<String>>> groups = new ArrayList<>(alike.entrySet());
    ObjectNode rule = groups.get(0).getKey();
    for (int i = groups.size() - 1; i > 0; i--) {
      ObjectNode choice = JSON.objectNode();
      choice.set("if", isOneOf(decider, groups.get(i).getValue()));
      choice.set("then", groups.get(i).getKey());
      choice.set("else", rule);
      rule = choice;
    }
    return rule;
  }

  private ObjectNode isOneOf(String parameter, List<String> values) {
    ObjectNode condition = JSON.objectNode();
    if (values.size() + 1 < states(parameter).size()) {
      ArrayNode among = condition.putObject(PROPERTIES).putObject(parameter).putArray("enum");
      values.forEach(among::add);
    }
    condition.putArray(REQUIRED).add(parameter);
    return condition;
  }

  // ---- helpers

  /**
   * The rule for a helper. Its value is the first option that shows most of the given values, so
   * the values for an option must not also fit an earlier option.
   */
  private ObjectNode ofHelper(AdditionalField helper) {
    Set<String> parameters = dependents(helper);
    List<String> deciders =
        deciders(
            Stream.concat(
                Stream.of(helper), parameters.stream().flatMap(name -> possible(name).stream())));
    return rule(
        deciders,
        Map.of(),
        given -> {
          Map<String, @Nullable Object> variables = variables(given);
          variables.remove(helper.key());
          return visibility.isShown(helper, variables)
              ? ways(helper, parameters, variables)
              : presence(parameters, variables);
        });
  }

  private ObjectNode presence(Set<String> parameters, Map<String, @Nullable Object> variables) {
    ObjectNode node = JSON.objectNode();
    parameters.forEach(parameter -> absorb(node, presence(parameter, variables)));
    return node;
  }

  private ObjectNode ways(
      AdditionalField helper, Set<String> parameters, Map<String, @Nullable Object> variables) {
    List<ObjectNode> ways = new ArrayList<>();
    ObjectNode none = presence(parameters, variables);
    if (!mustBeGiven(helper) && !none.has(REQUIRED)) {
      ObjectNode way = JSON.objectNode().put("title", "None of these");
      parameters.forEach(parameter -> forbid(way, parameter));
      ways.add(way);
    }
    List<Set<String>> before = new ArrayList<>();
    ((ValueRule.OneOf) helper.values())
        .options()
        .forEach(
            (option, label) -> {
              Map<String, @Nullable Object> under = with(variables, helper.key(), option);
              Set<String> shown =
                  parameters.stream()
                      .filter(parameter -> !shown(parameter, under).isEmpty())
                      .collect(toCollection(LinkedHashSet::new));
              ObjectNode way = presence(parameters, under);
              way.put("title", label);
              if (isOnlyItsOwn(way, shown, before)) {
                ways.add(way);
              }
              before.add(shown);
            });
    if (ways.size() == 1) {
      return ways.get(0).without("title");
    }
    ObjectNode node = JSON.objectNode();
    if (ways.isEmpty()) {
      // there is no way to provide a required value
      node.putObject("not");
    } else {
      node.putArray(ANY_OF).addAll(ways);
    }
    return node;
  }

  /**
   * Makes an option require a value that no earlier option shows.
   *
   * @return false if there is none
   */
  private static boolean isOnlyItsOwn(ObjectNode way, Set<String> shown, List<Set<String>> before) {
    Set<String> required = new LinkedHashSet<>();
    way.path(REQUIRED).forEach(name -> required.add(name.asText()));
    List<Set<String>> others = new ArrayList<>(before);
    // without a value, a helper has none of its options selected
    others.add(Set.of());
    for (Set<String> other : others) {
      if (other.containsAll(required)) {
        Set<String> own = new LinkedHashSet<>(shown);
        own.removeAll(other);
        if (own.isEmpty()) {
          return false;
        }
        ObjectNode one = JSON.objectNode();
        ArrayNode choices = one.putArray(ANY_OF);
        own.forEach(parameter -> choices.addObject().putArray(REQUIRED).add(parameter));
        absorb(way, one);
      }
    }
    return true;
  }

  private static void forbid(ObjectNode node, String parameter) {
    node.withObjectProperty(PROPERTIES).put(parameter, false);
  }

  // // ---- combining rules

  /** Adds the requirements of a rule to those of rules with the same condition. */
  private static void absorb(ObjectNode schema, ObjectNode rule) {
    rule.properties()
        .forEach(
            member -> {
              switch (member.getKey()) {
                case REQUIRED ->
                    schema.withArrayProperty(REQUIRED).addAll((ArrayNode) member.getValue());
                case PROPERTIES ->
                    schema.withObjectProperty(PROPERTIES).setAll((ObjectNode) member.getValue());
                case ALL_OF -> member.getValue().forEach(part -> absorb(schema, (ObjectNode) part));
                case "if" -> absorbChoice(schema, rule);
                case "then", "else" -> {}
                default -> {
                  if (schema.has(member.getKey())) {
                    ObjectNode part = JSON.objectNode();
                    part.set(member.getKey(), member.getValue());
                    schema.withArrayProperty(ALL_OF).add(part);
                  } else {
                    schema.set(member.getKey(), member.getValue());
                  }
                }
              }
            });
  }

  private static void absorbChoice(ObjectNode schema, ObjectNode rule) {
    ObjectNode choice = null;
    for (JsonNode part : schema.path(ALL_OF)) {
      if (rule.get("if").equals(part.get("if"))) {
        choice = (ObjectNode) part;
      }
    }
    if (choice == null) {
      choice = schema.withArrayProperty(ALL_OF).addObject();
      choice.set("if", rule.get("if"));
    }
    for (String branch : List.of("then", "else")) {
      ObjectNode follows = (ObjectNode) rule.path(branch);
      if (!follows.isEmpty()) {
        absorb(choice.withObjectProperty(branch), follows);
      }
    }
  }
}
