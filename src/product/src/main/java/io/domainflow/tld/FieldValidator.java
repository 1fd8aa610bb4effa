package io.domainflow.tld;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.domainflow.model.FieldProblem;
import io.domainflow.model.Tld;
import io.domainflow.tld.AdditionalField.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds wrong and missing values in the values that an order has for a form. */
final class FieldValidator {

  /** Code of a problem: the value is well-formed, but not applicable in this case. */
  private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

  private final Tld tld;

  /** The parameters of all operations. */
  private final Set<String> parameters;

  private final Visibility visibility;

  FieldValidator(Tld tld, List<AdditionalField> fields, Visibility visibility) {
    this.tld = tld;
    this.parameters =
        fields.stream()
            .filter(field -> !field.isHelper())
            .map(AdditionalField::parameter)
            .collect(toSet());
    this.visibility = visibility;
  }

  /**
   * The problems of the given values.
   *
   * @param given value by parameter, none of them empty
   */
  List<FieldProblem> wrong(Map<String, String> given, FieldContext context) {
    Map<String, @Nullable Object> variables = visibility.variables(given, context);
    Map<String, List<AdditionalField>> known =
        visibility
            .fieldsFor(context)
            .filter(field -> !field.isHelper())
            .collect(groupingBy(AdditionalField::parameter, LinkedHashMap::new, toList()));
    List<FieldProblem> problems = new ArrayList<>();
    given.forEach(
        (parameter, value) -> {
          List<AdditionalField> fields = known.get(parameter);
          if (fields == null) {
            problems.add(notKnown(parameter, context, known.keySet()));
          } else {
            problem(parameter, value, fields, variables).ifPresent(problems::add);
          }
        });
    return problems;
  }

  private Optional<FieldProblem> problem(
      String parameter,
      String value,
      List<AdditionalField> known,
      Map<String, @Nullable Object> variables) {
    // If there is one list for individuals and one for organizations, the one that is shown.
    Optional<AdditionalField> shown =
        known.stream().filter(field -> visibility.isShown(field, variables)).findFirst();
    AdditionalField field =
        shown
            .or(() -> known.stream().filter(one -> one.takes(value)).findFirst())
            .orElse(known.get(0));
    if (field.has(Trait.SECRET) && value.equals(AdditionalFieldsForm.MASK)) {
      return Optional.of(
          new FieldProblem(parameter, "MALFORMED", "must be the value itself, not dots for it"));
    }
    Optional<FieldProblem> wrongValue = field.values().check(parameter, value);
    if (wrongValue.isPresent() || shown.isPresent()) {
      return wrongValue;
    }
    String when = field.appliesWhen() == null ? "" : ": it is only for " + field.appliesWhen();
    return Optional.of(
        new FieldProblem(parameter, NOT_APPLICABLE, "does not apply in this case" + when));
  }

  private FieldProblem notKnown(String parameter, FieldContext context, Set<String> known) {
    String operation = context.operation().words();
    if (parameters.contains(parameter)) {
      return new FieldProblem(
          parameter,
          AdditionalFieldsForm.NOT_FOR_OPERATION,
          "is not taken with a " + operation + " of ." + tld);
    }
    return new FieldProblem(
        parameter,
        "UNKNOWN_FIELD",
        "is not an additional field of ."
            + tld
            + "; with a "
            + operation
            + (known.isEmpty() ? " there is none" : " there are " + String.join(", ", known)));
  }

  /** The required values that are missing in this case. */
  List<AdditionalField> missing(Map<String, String> given, FieldContext context) {
    Map<String, @Nullable Object> variables = visibility.variables(given, context);
    return visibility
        .fieldsFor(context)
        .filter(field -> field.required() && field.defaultValue() == null)
        .filter(field -> !variables.containsKey(field.key()))
        .filter(field -> visibility.isShown(field, variables))
        .toList();
  }

  /** {@link #missing} as problems. */
  List<FieldProblem> missingProblems(Map<String, String> given, FieldContext context) {
    return missing(given, context).stream()
        .map(field -> missingProblem(field, given, context))
        .toList();
  }

  private FieldProblem missingProblem(
      AdditionalField field, Map<String, String> given, FieldContext context) {
    String parameter = field.parameter();
    if (parameter != null) {
      return new FieldProblem(parameter, "MISSING", "is missing: " + field.label());
    }
    List<List<String>> ways = waysToAnswer(field, given, context);
    String oneOf = ways.stream().map(way -> String.join(" with ", way)).collect(joining("; "));
    return new FieldProblem(
        ways.get(0).get(0), "MISSING", "is missing: " + field.label() + ", one of: " + oneOf);
  }

  /** The parameters that each option of a helper requires. */
  private List<List<String>> waysToAnswer(
      AdditionalField helper, Map<String, String> given, FieldContext context) {
    Map<String, @Nullable Object> variables = visibility.variables(given, context);
    List<List<String>> ways = new ArrayList<>();
    for (String option : Visibility.options(helper)) {
      variables.put(helper.key(), option);
      List<String> asked =
          visibility
              .dependents(helper, context)
              .filter(field -> field.required() && visibility.isShown(field, variables))
              .map(AdditionalField::parameter)
              .toList();
      if (!asked.isEmpty()) {
        ways.add(asked);
      }
    }
    return ways;
  }
}
