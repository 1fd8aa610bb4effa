package io.domainflow.tld;

import static java.util.stream.Collectors.toMap;

import io.domainflow.model.Tld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Determines which fields of a form are shown, by its conditions. The value of a helper is the
 * option for which most of the given values are shown.
 */
final class Visibility {

  private final Tld tld;
  private final List<AdditionalField> fields;
  private final Conditions conditions;

  /** The fields that a helper shows or hides, by the helper's key. */
  private final Map<String, List<AdditionalField>> dependents;

  Visibility(Tld tld, List<AdditionalField> fields, Conditions conditions) {
    this.tld = tld;
    this.fields = fields;
    this.conditions = conditions;
    this.dependents =
        fields.stream()
            .filter(AdditionalField::isHelper)
            .collect(
                toMap(
                    AdditionalField::key,
                    helper ->
                        fields.stream()
                            .filter(field -> !field.isHelper() && field.asksFor(helper.key()))
                            .toList()));
  }

  /** The fields of an operation, helpers included. */
  Stream<AdditionalField> fieldsFor(FieldContext context) {
    return fields.stream().filter(field -> field.operations().contains(context.operation()));
  }

  /**
   * The variables of the conditions: the order, the given values, and the resulting values of the
   * helpers.
   */
  Map<String, @Nullable Object> variables(Map<String, String> given, FieldContext context) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("registrantKind", kind(context.organization()));
    variables.put(
        "adminKind",
        context.adminOrganization() == null ? null : kind(context.adminOrganization()));
    variables.put("registrantCountry", context.country());
    variables.put("domainIsIdn", context.idn());
    variables.put("operation", context.operation().inForms());
    variables.put("tld", tld.label());
    fieldsFor(context)
        .forEach(
            field -> {
              Object value = field.valueInForm(given);
              if (value != null) {
                variables.put(field.key(), value);
              }
            });
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
      AdditionalField helper, FieldContext context, Map<String, @Nullable Object> variables) {
    List<AdditionalField> givenOnes =
        dependents(helper, context).filter(field -> variables.containsKey(field.key())).toList();
    if (givenOnes.isEmpty() || !isShown(helper, variables)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> trial = new LinkedHashMap<>(variables);
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

  /** The fields that a helper shows or hides. */
  Stream<AdditionalField> dependents(AdditionalField helper, FieldContext context) {
    return dependents.getOrDefault(helper.key(), List.of()).stream()
        .filter(field -> field.operations().contains(context.operation()));
  }

  static List<String> options(AdditionalField helper) {
    return helper.values() instanceof ValueRule.OneOf list
        ? List.copyOf(list.options().keySet())
        : List.of();
  }

  boolean isShown(AdditionalField field, Map<String, @Nullable Object> variables) {
    return field.hide().stream().noneMatch(hide -> conditions.holds(hide, variables));
  }
}
