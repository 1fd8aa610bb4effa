package io.domainflow.process.accountcheck;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at an account brought.
 *
 * @param findings what is wrong
 * @param unknown what could not be seen: it may be as before
 */
record Seen(List<Finding> findings, Set<FindingKind> unknown) {

  Optional<Finding> of(FindingKind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
  }
}
