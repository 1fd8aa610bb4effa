package io.domainflow.order.intake;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the additional fields of an order before its route is known: a field that one of the
 * routes accepts is valid, and a field that all of them require is required.
 */
final class MultiRouteFieldCheck {

  /** The problem that a route reports for a field of another route. */
  private static final Set<String> OF_ANOTHER_WAY =
      Set.of(AdditionalFieldsForm.NOT_FOR_OPERATION, "UNKNOWN_FIELD");

  private final TldPolicy policy;
  private final List<FieldContext> ways;

  MultiRouteFieldCheck(TldPolicy policy, OrderContent order) {
    this.policy = policy;
    this.ways = RegistrantContext.possible(order);
  }

  /** The values that no route accepts. */
  List<FieldProblem> check(AdditionalFields values) {
    List<Map<String, FieldProblem>> found =
        ways.stream().map(way -> byField(policy.check(values, way))).toList();
    return values.values().keySet().stream()
        .map(field -> found.stream().map(of -> Optional.ofNullable(of.get(field))).toList())
        .map(MultiRouteFieldCheck::inAll)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The missing values that every route requires. */
  List<FieldProblem> missing(AdditionalFields values) {
    return policy
        .form()
        .map(form -> ways.stream().map(way -> byField(form.missingProblems(values, way))).toList())
        .filter(found -> !found.isEmpty())
        .map(
            found ->
                found.get(0).values().stream()
                    .filter(
                        problem ->
                            found.stream().allMatch(other -> other.containsKey(problem.field())))
                    .toList())
        .orElse(List.of());
  }

  /**
   * Merges new values with previous ones. A previous value that is not valid with the new ones by
   * any route, or belongs to a different registrant, is dropped.
   */
  AdditionalFields merge(AdditionalFields before, AdditionalFields answers) {
    return AdditionalFieldsForm.merge(before, answers, this::check);
  }

  /** The stored values that are compatible with the given ones by one of the routes. */
  AdditionalFields fitting(AdditionalFields kept, AdditionalFields given) {
    Map<String, String> fitting = new LinkedHashMap<>();
    policy
        .form()
        .ifPresent(
            form -> ways.forEach(way -> fitting.putAll(form.fitting(kept, given, way).values())));
    return new AdditionalFields(fitting);
  }

  /**
   * The values with the defaults of the order's only route. With several routes, defaults are added
   * once the route is known.
   */
  AdditionalFields withDefaults(AdditionalFields values) {
    return policy
        .form()
        .filter(form -> ways.size() == 1)
        .map(form -> form.withDefaults(values, ways.get(0)))
        .orElse(values);
  }

  private static Optional<FieldProblem> inAll(List<Optional<FieldProblem>> ofWays) {
    List<FieldProblem> problems = ofWays.stream().flatMap(Optional::stream).toList();
    if (problems.size() < ofWays.size()) {
      return Optional.empty();
    }
    return problems.stream()
        .filter(problem -> !OF_ANOTHER_WAY.contains(problem.code()))
        .findFirst()
        .or(() -> problems.stream().findFirst());
  }

  private static Map<String, FieldProblem> byField(List<FieldProblem> problems) {
    Map<String, FieldProblem> byField = new LinkedHashMap<>();
    problems.forEach(problem -> byField.putIfAbsent(problem.field(), problem));
    return byField;
  }
}
