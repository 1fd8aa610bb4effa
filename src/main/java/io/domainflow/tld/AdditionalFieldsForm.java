package io.domainflow.tld;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.Tld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The additional-fields form of one TLD, as the server sees it: what an order must bring, what it
 * must not, and how submitted values become parameters.
 *
 * <p>Whether a field is shown is decided by the form's own conditions over the other fields and
 * over {@code registrantKind}, {@code adminKind}, {@code registrantCountry}, {@code domainIsIdn},
 * {@code operation} and {@code tld}. A value for a field that is not shown is refused: registrars
 * have failed transfers for a single surplus field.
 *
 * <p>A helper (what proves an organization, for example) is never part of an order. It stands at
 * the option under which the form shows most of the values that are given.
 */
public final class AdditionalFieldsForm {

  /** Code of a problem: the value is well-formed, but not wanted in this case. */
  public static final String NOT_APPLICABLE = "NOT_APPLICABLE";

  static final String MISSING_TEXT = "additionalFieldsMissingText";

  /** Names that conditions and texts of a form may use although no field of it has them. */
  static final Set<String> CONTEXT_KEYS =
      Set.of("registrantKind", "adminKind", "registrantCountry", "domainIsIdn", "operation", "tld");

  private final String id;
  private final Tld tld;
  private final List<AdditionalField> fields;
  private final Conditions conditions;

  AdditionalFieldsForm(String id, Tld tld, List<AdditionalField> fields, Conditions conditions) {
    this.id = id;
    this.tld = tld;
    this.fields = List.copyOf(fields);
    this.conditions = conditions;
  }

  /** Key of the deployed form: {@code additional-fields-ca}. */
  public String id() {
    return id;
  }

  /** The fields in the order of the form, helpers included. */
  public List<AdditionalField> fields() {
    return fields;
  }

  /** Every key the form may submit, helpers included. */
  public Set<String> keys() {
    return fields.stream().map(AdditionalField::key).collect(toCollection(LinkedHashSet::new));
  }

  /**
   * What is wrong with the values that are given. Codes: {@code UNKNOWN_FIELD}, {@code
   * NOT_FOR_OPERATION}, {@code NOT_APPLICABLE} (not in this case), {@code NOT_IN_LIST}, {@code
   * MALFORMED}.
   */
  public List<FieldProblem> check(AdditionalFields values, FieldContext context) {
    Map<String, String> given = given(values);
    Map<String, Object> variables = variables(given, context);
    List<FieldProblem> problems = new ArrayList<>();
    given.forEach(
        (parameter, value) ->
            problem(parameter, value, context, variables).ifPresent(problems::add));
    return problems;
  }

  /** What must be given in this case and is not. */
  public List<AdditionalField> missing(AdditionalFields values, FieldContext context) {
    return missing(given(values), context);
  }

  /** The values, with the default of each required field that is not given. */
  public AdditionalFields withDefaults(AdditionalFields values, FieldContext context) {
    Map<String, Object> variables = variables(given(values), context);
    Map<String, String> defaults = new LinkedHashMap<>();
    fieldsFor(context)
        .filter(field -> field.required() && field.defaultValue() != null && !field.isHelper())
        .filter(field -> !variables.containsKey(field.key()) && isShown(field, variables))
        .forEach(field -> defaults.put(field.parameter(), field.defaultValue()));
    return new AdditionalFields(defaults).with(values);
  }

  /**
   * New answers together with what was known before. A value from before that makes no sense beside
   * the new answers is dropped; a wrong new answer stays, to be found by {@link #check}.
   */
  public AdditionalFields merge(
      AdditionalFields before, AdditionalFields answers, FieldContext context) {
    Map<String, String> kept = new LinkedHashMap<>(before.values());
    check(before.with(answers), context).stream()
        .filter(problem -> problem.code().equals(NOT_APPLICABLE))
        .forEach(problem -> kept.remove(problem.field()));
    return new AdditionalFields(kept).with(answers);
  }

  /** {@link #missing} as problems, for an order that is to be refused over them. */
  public List<FieldProblem> missingProblems(AdditionalFields values, FieldContext context) {
    Map<String, String> given = given(values);
    return missing(given, context).stream()
        .map(field -> missingProblem(field, given, context))
        .toList();
  }

  /** {@link #missing} in one line for people; empty if nothing is. */
  public String missingText(AdditionalFields values, FieldContext context) {
    return missing(values, context).stream().map(AdditionalField::label).collect(joining(", "));
  }

  /**
   * The parameters of a form that was completed. These are all values from then on: a field the
   * form did not submit is not wanted any more.
   *
   * @param submitted value by key; keys of other things are passed over
   */
  public AdditionalFields fromForm(Map<String, Object> submitted) {
    Map<String, String> wire = new LinkedHashMap<>();
    for (AdditionalField field : fields) {
      Object value = submitted.get(field.key());
      if (value != null && !field.isHelper()) {
        String text = field.values().toWire(value);
        if (text != null) {
          wire.put(field.parameter(), text);
        }
      }
    }
    return new AdditionalFields(wire);
  }

  /**
   * What a form is opened with: values by key, defaults where none is given, helpers, the keys that
   * conditions use and {@code additionalFieldsMissingText}.
   */
  public Map<String, Object> toForm(AdditionalFields values, FieldContext context) {
    Map<String, String> given = given(values);
    Map<String, Object> form = variables(given, context);
    fieldsFor(context)
        .filter(field -> field.defaultValue() != null && !form.containsKey(field.key()))
        .forEach(field -> form.put(field.key(), field.values().toForm(field.defaultValue())));
    form.put(MISSING_TEXT, missingText(values, context));
    return form;
  }

  private Optional<FieldProblem> problem(
      String parameter, String value, FieldContext context, Map<String, Object> variables) {
    List<AdditionalField> known =
        fieldsFor(context).filter(field -> parameter.equals(field.parameter())).toList();
    if (known.isEmpty()) {
      return Optional.of(notKnown(parameter, context));
    }
    // Of two lists, one for individuals and one for organizations, the one that is shown.
    AdditionalField field =
        known.stream().filter(one -> isShown(one, variables)).findFirst().orElse(known.get(0));
    Optional<FieldProblem> wrongValue = field.values().check(parameter, value);
    if (wrongValue.isPresent() || isShown(field, variables)) {
      return wrongValue;
    }
    String when = field.appliesWhen() == null ? "" : ": it is only for " + field.appliesWhen();
    return Optional.of(
        new FieldProblem(parameter, NOT_APPLICABLE, "does not apply in this case" + when));
  }

  private FieldProblem notKnown(String parameter, FieldContext context) {
    String operation = context.operation().words();
    if (fields.stream().anyMatch(field -> parameter.equals(field.parameter()))) {
      return new FieldProblem(
          parameter, "NOT_FOR_OPERATION", "is not taken with a " + operation + " of ." + tld);
    }
    String parameters =
        fieldsFor(context)
            .filter(field -> !field.isHelper())
            .map(AdditionalField::parameter)
            .distinct()
            .collect(joining(", "));
    return new FieldProblem(
        parameter,
        "UNKNOWN_FIELD",
        "is not an additional field of ."
            + tld
            + "; with a "
            + operation
            + " there are "
            + parameters);
  }

  private List<AdditionalField> missing(Map<String, String> given, FieldContext context) {
    Map<String, Object> variables = variables(given, context);
    return fieldsFor(context)
        .filter(field -> field.required() && field.defaultValue() == null)
        .filter(field -> !variables.containsKey(field.key()))
        .filter(field -> isShown(field, variables))
        .toList();
  }

  private FieldProblem missingProblem(
      AdditionalField field, Map<String, String> given, FieldContext context) {
    if (!field.isHelper()) {
      return new FieldProblem(field.parameter(), "MISSING", "is missing: " + field.label());
    }
    List<List<String>> ways = waysToAnswer(field, given, context);
    String oneOf = ways.stream().map(way -> String.join(" with ", way)).collect(joining("; "));
    return new FieldProblem(
        ways.get(0).get(0), "MISSING", "is missing: " + field.label() + ", one of: " + oneOf);
  }

  /** The parameters that each option of a helper would ask for. */
  private List<List<String>> waysToAnswer(
      AdditionalField helper, Map<String, String> given, FieldContext context) {
    Map<String, Object> variables = variables(given, context);
    List<List<String>> ways = new ArrayList<>();
    for (String option : options(helper)) {
      variables.put(helper.key(), option);
      List<String> asked =
          dependents(helper, context)
              .filter(field -> field.required() && isShown(field, variables))
              .map(AdditionalField::parameter)
              .toList();
      if (!asked.isEmpty()) {
        ways.add(asked);
      }
    }
    return ways;
  }

  private Map<String, Object> variables(Map<String, String> given, FieldContext context) {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("registrantKind", kind(context.organization()));
    variables.put(
        "adminKind",
        context.adminOrganization() == null ? null : kind(context.adminOrganization()));
    variables.put("registrantCountry", context.country());
    variables.put("domainIsIdn", context.idn());
    variables.put("operation", context.operation().inForms());
    variables.put("tld", tld.label());
    fieldsFor(context)
        .filter(field -> given.containsKey(field.parameter()))
        .forEach(
            field ->
                variables.put(field.key(), field.values().toForm(given.get(field.parameter()))));
    fieldsFor(context)
        .filter(AdditionalField::isHelper)
        .forEach(
            helper ->
                derived(helper, context, variables)
                    .ifPresent(option -> variables.put(helper.key(), option)));
    return variables;
  }

  private static String kind(boolean organization) {
    return organization ? "organization" : "individual";
  }

  private Optional<String> derived(
      AdditionalField helper, FieldContext context, Map<String, Object> variables) {
    List<AdditionalField> givenOnes =
        dependents(helper, context).filter(field -> variables.containsKey(field.key())).toList();
    if (givenOnes.isEmpty() || !isShown(helper, variables)) {
      return Optional.empty();
    }
    Map<String, Object> trial = new LinkedHashMap<>(variables);
    String best = null;
    long most = 0;
    for (String option : options(helper)) {
      trial.put(helper.key(), option);
      long shown = givenOnes.stream().filter(field -> isShown(field, trial)).count();
      if (shown > most) {
        most = shown;
        best = option;
      }
    }
    return Optional.ofNullable(best);
  }

  private Stream<AdditionalField> dependents(AdditionalField helper, FieldContext context) {
    return fieldsFor(context)
        .filter(field -> !field.isHelper())
        .filter(field -> field.hide().stream().anyMatch(hide -> hide.contains(helper.key())));
  }

  private static List<String> options(AdditionalField helper) {
    return helper.values() instanceof ValueRule.OneOf list
        ? List.copyOf(list.options().keySet())
        : List.of();
  }

  private boolean isShown(AdditionalField field, Map<String, Object> variables) {
    return field.hide().stream().noneMatch(hide -> conditions.holds(hide, variables));
  }

  private Stream<AdditionalField> fieldsFor(FieldContext context) {
    return fields.stream().filter(field -> field.operations().contains(context.operation()));
  }

  /** An empty value is the same as none. */
  private static Map<String, String> given(AdditionalFields values) {
    Map<String, String> given = new LinkedHashMap<>(values.values());
    given.values().removeIf(value -> value == null || value.isBlank());
    return given;
  }
}
