package io.domainflow.security.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.Validator;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * How much a query asks for. Each condition on a variable is a join or a subquery, and so is each
 * variable that it sorts by: a query with six hundred of them has no answer after a minute. Lists
 * of plain values, such as ids, cost little.
 */
class QuerySize {

  /** The maximum number of conditions on variables, or-queries and sortings in one query. */
  static final int MOST_PARTS = 50;

  private static final String ENGINE = "org.camunda.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int parts;

  private QuerySize() {}

  /**
   * Refuses a command that is such a query, or has one.
   *
   * @throws BadUserRequestException if it has too many parts
   */
  static void check(Object command) {
    QuerySize size = new QuerySize();
    if (command instanceof ListQueryParameterObject query) {
      size.add(query);
    } else {
      eachField(command, size::addQuery);
    }
  }

  private void addQuery(@Nullable Object value) {
    if (value instanceof ListQueryParameterObject query) {
      add(query);
    }
  }

  private void add(ListQueryParameterObject query) {
    if (seen.add(query)) {
      eachField(query, this::count);
    }
  }

  private void count(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::count);
    } else if (value instanceof Collection<?> elements) {
      elements.forEach(this::countElement);
    }
  }

  /** An or-query contains queries, including itself; each query has validators of the engine. */
  private void countElement(@Nullable Object element) {
    if (element == null
        || !element.getClass().getName().startsWith(ENGINE)
        || element instanceof Validator<?>
        || seen.contains(element)) {
      return;
    }
    if (++parts > MOST_PARTS) {
      throw new BadUserRequestException(
          "A query may have at most %d conditions on variables, or-queries and sortings together. Nothing was changed. Ask for less at a time."
              .formatted(MOST_PARTS));
    }
    addQuery(element);
  }

  private static void eachField(Object owner, Consumer<@Nullable Object> consumer) {
    ReflectionUtils.doWithFields(
        owner.getClass(),
        field -> consumer.accept(valueOf(field, owner)),
        field ->
            !Modifier.isStatic(field.getModifiers())
                && !field.getDeclaringClass().getName().startsWith("java."));
  }

  private static @Nullable Object valueOf(Field field, Object owner) {
    ReflectionUtils.makeAccessible(field);
    return ReflectionUtils.getField(field, owner);
  }
}
