package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row that the sandbox stores in a table. */
public interface Stored {

  /** Sorts and finds the row in its table. */
  String key();

  /** When something happens to the row automatically; null for never. */
  default @Nullable Instant dueAt() {
    return null;
  }

  /** A key that sorts by number. */
  static String numbered(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }
}
