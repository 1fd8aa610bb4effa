package io.domainflow.process.accountcheck;

import java.util.List;

/**
 * A problem of an account.
 *
 * @param what for people
 * @param names the first of the names concerned, with their modes, for people
 * @param mark equal for findings that need the same decision
 */
record Finding(FindingKind kind, String what, List<String> names, String mark) {

  Finding {
    names = List.copyOf(names);
  }
}
