package io.domainflow.registrar;

import io.domainflow.account.ResellerAccount;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The current status of accounts at the registrar, determined without a call. */
@Component
public class AccountStatuses {

  private final AccountThrottle throttle;
  private final UsageQuota usage;

  AccountStatuses(AccountThrottle throttle, UsageQuota usage) {
    this.throttle = throttle;
    this.usage = usage;
  }

  /**
   * The state of an account.
   *
   * @param points the points of the registrar's quota used recently, on all nodes
   * @param heldBack why this node makes no calls for the account now, in a few words; empty if it
   *     does
   * @param answered whether the registrar answers the account, as far as this node knows
   */
  public record Standing(int points, Optional<String> heldBack, boolean answered) {}

  /** The state of this account. */
  public Standing of(ResellerAccount account) {
    return new Standing(
        usage.points(account.name()), throttle.holdsBack(account), throttle.isAnswered(account));
  }
}
