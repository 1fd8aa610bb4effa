package io.domainflow.process.start;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;

/**
 * Decides who works for all accounts. A billing system knows its own accounts, and is not told
 * about others.
 */
final class Staff {

  private static final Set<String> GROUPS = Set.of("operators", "approvers", Groups.CAMUNDA_ADMIN);

  private Staff() {}

  /** Whether one of these groups makes a person staff. */
  static boolean has(Collection<String> groups) {
    return groups.stream().anyMatch(GROUPS::contains);
  }
}
