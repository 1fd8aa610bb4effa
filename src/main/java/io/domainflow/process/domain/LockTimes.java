package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import java.time.Duration;
import java.time.Instant;

/** For how long names may be kept where they are, by the version of the transfer policy. */
@FunctionalInterface
public interface LockTimes {

  /** From when the time counts. */
  enum Since {
    REGISTRATION,
    TRANSFER
  }

  /**
   * A time.
   *
   * @param length zero where no policy has any
   * @param binding whether the name has to be kept; otherwise it may be
   */
  record LockTime(Duration length, boolean binding) {}

  /**
   * What holds for a name.
   *
   * @param account whose transfer policy counts
   * @param at when it was registered or transferred
   */
  LockTime of(String account, DomainName domain, Since since, Instant at);
}
