package io.domainflow.cnr.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Interprets the status of an application: of the values on the page of {@code
 * StatusDomainApplication}, two are final. All others count as open.
 */
final class ApplicationWords {

  private static final Set<String> FAILED = Set.of("FAILED", "INVALID");

  private ApplicationWords() {}

  /** Whether it has failed. */
  static boolean isFailed(List<String> status) {
    return status.stream().anyMatch(value -> FAILED.contains(value.toUpperCase(Locale.ROOT)));
  }
}
