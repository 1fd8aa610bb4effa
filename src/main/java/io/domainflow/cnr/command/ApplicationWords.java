package io.domainflow.cnr.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the status of an application says. The registrar's pages list no words: which ones mean the
 * end is our reading, everything else is open.
 */
final class ApplicationWords {

  private static final Set<String> FAILED =
      Set.of("FAILED", "REJECTED", "REFUSED", "CANCELLED", "DELETED");

  private ApplicationWords() {}

  /** Whether the name will not be registered by it. */
  static boolean isFailed(List<String> status) {
    return status.stream().anyMatch(value -> FAILED.contains(value.toUpperCase(Locale.ROOT)));
  }
}
