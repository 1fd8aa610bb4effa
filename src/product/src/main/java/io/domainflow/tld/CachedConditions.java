package io.domainflow.tld;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Caches the results of conditions by the values of their names, for enumerating many cases. Not
 * for values from outside, because all of them would stay in memory.
 */
final class CachedConditions implements Conditions {

  private final Conditions conditions;
  private final Map<String, Set<String>> names = new ConcurrentHashMap<>();
  private final Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();

  CachedConditions(Conditions conditions) {
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
