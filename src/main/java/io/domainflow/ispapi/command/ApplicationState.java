package io.domainflow.ispapi.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the status of an application says. The registrar's pages show {@code REQUESTED} and {@code
 * ACTIVE} and list no others: which ones mean the end is our reading, everything else is open.
 */
final class ApplicationState {

  private static final Set<String> FAILED =
      Set.of("FAILED", "REJECTED", "REFUSED", "CANCELLED", "DELETED");

  private ApplicationState() {}

  /** Whether the name will not be registered by it; every status not known to say so is open. */
  static boolean isFailed(List<String> status) {
    return status.stream().anyMatch(value -> FAILED.contains(value.toUpperCase(Locale.ROOT)));
  }
}
