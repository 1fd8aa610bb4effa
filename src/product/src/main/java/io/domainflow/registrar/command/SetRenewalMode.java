package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;

/**
 * Sets what the registrar does with a name at the end of its period.
 *
 * @param takeBack whether to reverse and refund a renewal that is already charged or ordered but
 *     not executed; without it, a mode that does not renew applies from the next period on. If that
 *     is not possible, it is refused as {@link
 *     io.domainflow.registrar.RefusalReason#UNKNOWN_FIELD}, and nothing is changed
 */
public record SetRenewalMode(DomainName domain, RenewalMode mode, boolean takeBack)
    implements Repeatable<SetRenewalMode.Result> {

  /** A mode without a reversal. */
  public SetRenewalMode(DomainName domain, RenewalMode mode) {
    this(domain, mode, false);
  }

  /** The mode is set; there are no details. */
  public record Result() {}
}
