package io.domainflow.registrar;

import io.domainflow.account.ResellerAccount;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How accounts stand with the registrar now, without asking it. */
@Component
public class AccountStatuses {

  private final AccountTraffic traffic;
  private final UsageQuota usage;

  AccountStatuses(AccountTraffic traffic, UsageQuota usage) {
    this.traffic = traffic;
    this.usage = usage;
  }

  /**
   * The state of an account.
   *
   * @param points what it has asked recently, in the registrar's points, on all nodes
   * @param heldBack why this node asks nothing for it now, in a few words; empty if it does
   * @param answered whether the registrar answers it, as this node has found
   */
  public record Standing(int points, Optional<String> heldBack, boolean answered) {}

  /** The state of this account. */
  public Standing of(ResellerAccount account) {
    return new Standing(
        usage.points(account.name()), traffic.holdsBack(account), traffic.isAnswered(account));
  }
}
