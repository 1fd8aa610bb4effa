package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import java.time.Duration;
import java.time.Instant;

/** For how long a transfer of a name may be refused, by the version of the transfer policy. */
@FunctionalInterface
public interface LockTimes {

  /** The start of the time. */
  enum Since {
    REGISTRATION,
    TRANSFER
  }

  /**
   * A lock time.
   *
   * @param length zero where no policy has one
   * @param binding whether the name has to be kept; otherwise it may be kept
   */
  record LockTime(Duration length, boolean binding) {}

  /**
   * The lock time of a name.
   *
   * @param account whose transfer policy counts
   * @param at when it was registered or transferred
   */
  LockTime of(String account, DomainName domain, Since since, Instant at);
}
