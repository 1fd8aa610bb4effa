package io.domainflow.security.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Refuses queries of the engine that would keep the database busy: each condition on a variable,
 * each alternative and each order becomes a part of the statement, and with some hundred of them
 * PostgreSQL plans for more than a minute.
 */
final class QuerySize {

  /** How many such parts a query may have. */
  static final int MOST = 50;

  /** Where the engine's queries keep them; those of {@code orQueries} are queries themselves. */
  private static final List<String> PARTS =
      List.of("variables", "queryVariableValues", "orderingProperties", "queries");

  /** And those on variables of processes that have ended: a set for each name. */
  private static final String BY_NAME = "queryVariableNameToValuesMap";

  private QuerySize() {}

  /**
   * Accepts a query of a usual size.
   *
   * @throws BadUserRequestException if it is larger
   */
  static void check(AbstractQuery<?, ?> query) {
    int size = size(query, Collections.newSetFromMap(new IdentityHashMap<>()));
    if (size > MOST) {
      throw new BadUserRequestException(
          "A query may have %d conditions on variables, alternatives and orders, and this one has %d. Ask in several queries. Nothing was changed."
              .formatted(MOST, size));
    }
  }

  /** An or-query contains queries, including itself. */
  private static int size(AbstractQuery<?, ?> query, Set<Object> seen) {
    if (!seen.add(query)) {
      return 0;
    }
    DirectFieldAccessor fields = new DirectFieldAccessor(query);
    int size = 0;
    for (String name : PARTS) {
      if (fields.isReadableProperty(name)
          && fields.getPropertyValue(name) instanceof Collection<?> parts) {
        size += parts.size();
        for (Object part : parts) {
          if (part instanceof AbstractQuery<?, ?> alternative) {
            size += size(alternative, seen);
          }
        }
      }
    }
    if (fields.isReadableProperty(BY_NAME)
        && fields.getPropertyValue(BY_NAME) instanceof Map<?, ?> byName) {
      size += byName.values().stream().mapToInt(QuerySize::count).sum();
    }
    return size;
  }

  private static int count(Object values) {
    return values instanceof Collection<?> several ? several.size() : 1;
  }
}
