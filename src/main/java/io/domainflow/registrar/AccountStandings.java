package io.domainflow.registrar;

import io.domainflow.account.ResellerAccount;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How accounts stand with the registrar now, without asking it. */
@Component
public class AccountStandings {

  private final AccountTraffic traffic;
  private final UsageQuota usage;

  AccountStandings(AccountTraffic traffic, UsageQuota usage) {
    this.traffic = traffic;
    this.usage = usage;
  }

  /**
   * How an account stands.
   *
   * @param points what it has asked lately, in the registrar's points, on all nodes
   * @param heldBack why this node asks nothing for it now, in a few words; empty if it does
   */
  public record Standing(int points, Optional<String> heldBack) {}

  /** How this account stands. */
  public Standing of(ResellerAccount account) {
    return new Standing(usage.points(account.name()), traffic.holdsBack(account));
  }
}
