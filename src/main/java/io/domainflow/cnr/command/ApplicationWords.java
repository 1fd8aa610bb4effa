package io.domainflow.cnr.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the status of an application says: of the words on the page of {@code
 * StatusDomainApplication}, two mean the end. Everything else is open.
 */
final class ApplicationWords {

  private static final Set<String> FAILED = Set.of("FAILED", "INVALID");

  private ApplicationWords() {}

  /** Whether the name will not be registered by it. */
  static boolean isFailed(List<String> status) {
    return status.stream().anyMatch(value -> FAILED.contains(value.toUpperCase(Locale.ROOT)));
  }
}
