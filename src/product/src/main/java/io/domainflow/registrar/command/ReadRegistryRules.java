package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a name's registry for transfers and renewals. */
public record ReadRegistryRules(DomainName domain) implements Query<ReadRegistryRules.Result> {

  /**
   * The answer.
   *
   * @param transferPending how long the losing registrar has to object; null if not stated
   * @param explicitRenewal whether names can be renewed by a command; false if the registry renews
   *     automatically and the renewal is paid in advance. True if not stated
   * @param renewalPeriods possible periods of a renewal; empty if not stated
   * @param earliestPayment how long before the end of the period a renewal can be paid, as a
   *     negative duration; null if not stated
   * @param restorable how long a deleted name can be restored; null if not stated
   */
  public record Result(
      @Nullable Duration transferPending,
      boolean explicitRenewal,
      List<Period> renewalPeriods,
      @Nullable Duration earliestPayment,
      @Nullable Duration restorable) {}
}
