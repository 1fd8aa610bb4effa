package io.domainflow.tld;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are evaluated once for the same values of the names in them, for trying many
 * cases. Not for values from outside, all of which would be kept.
 */
final class RememberedConditions implements Conditions {

  private final Conditions conditions;
  private final Map<String, Set<String>> names = new ConcurrentHashMap<>();
  private final Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();

  RememberedConditions(Conditions conditions) {
    this.conditions = conditions;
  }

  @Override
  public boolean holds(String feelExpression, Map<String, @Nullable Object> variables) {
    List<Object> question = new ArrayList<>();
    question.add(feelExpression);
    for (String name : names.computeIfAbsent(feelExpression, AdditionalField::names)) {
      question.add(variables.get(name));
    }
    return known.computeIfAbsent(question, asked -> conditions.holds(feelExpression, variables));
  }
}
