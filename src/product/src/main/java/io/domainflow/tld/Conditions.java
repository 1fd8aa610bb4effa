package io.domainflow.tld;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the conditions of a form as the browser does. */
public interface Conditions {

  /**
   * Whether a condition is true. A missing variable is null; every result other than true is false,
   * including that of an invalid comparison.
   *
   * @param feelExpression FEEL, with or without the leading {@code =} that forms have
   * @throws IllegalArgumentException if this is not FEEL
   */
  boolean holds(String feelExpression, Map<String, @Nullable Object> variables);
}
