package io.domainflow.process.start;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;

/** Who works for all accounts. A billing system knows its own, and is not told of others. */
final class Staff {

  private static final Set<String> GROUPS = Set.of("operators", "approvers", Groups.CAMUNDA_ADMIN);

  private Staff() {}

  /** Whether one of these groups makes somebody staff. */
  static boolean has(Collection<String> groups) {
    return groups.stream().anyMatch(GROUPS::contains);
  }
}
