package io.domainflow.process.domain;

import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Locks that prevent a name from leaving and that nobody here can remove yet.
 *
 * @param obstacles a sentence for each, with its date if it has one
 * @param ends the dates; a date that ends two locks is included once
 */
public record LeavingLocks(List<String> obstacles, List<Instant> ends) {

  /** The locks that are in force at a time. */
  public static LeavingLocks of(ReadDomain.Result domain, Instant now) {
    List<String> obstacles = new ArrayList<>();
    List<Instant> ends = new ArrayList<>();
    domain
        .changeLockedUntil()
        .filter(end -> end.isAfter(now))
        .ifPresent(
            end -> {
              obstacles.add(
                  "A change of registrant keeps the domain here until " + PlainTime.of(end) + ".");
              ends.add(end);
            });
    domain
        .transferLockedUntil()
        .filter(end -> end.isAfter(now))
        .filter(end -> !ends.contains(end))
        .ifPresent(
            end -> {
              obstacles.add("The transfer lock cannot be opened before " + PlainTime.of(end) + ".");
              ends.add(end);
            });
    if (domain.state().keptByRegistry()) {
      obstacles.add(
          "The registry lets nobody transfer the domain at present (serverTransferProhibited): ask"
              + " it why.");
    }
    return new LeavingLocks(obstacles, ends);
  }
}
