package io.domainflow.ispapi.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Interprets the status of an application. The registrar's pages show {@code REQUESTED} and {@code
 * ACTIVE} and list no others: which ones are final is our interpretation; all others count as open.
 */
final class ApplicationState {

  private static final Set<String> FAILED =
      Set.of("FAILED", "REJECTED", "REFUSED", "CANCELLED", "DELETED");

  private ApplicationState() {}

  /** Whether it has failed; every status that is not known to mean this counts as open. */
  static boolean isFailed(List<String> status) {
    return status.stream().anyMatch(value -> FAILED.contains(value.toUpperCase(Locale.ROOT)));
  }
}
