package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;

/**
 * Says what the registrar does with a name at the end of its period.
 *
 * @param takeBack whether a renewal that was charged or ordered already, and is not carried out
 *     yet, is reversed and refunded; without it, a mode that does not renew applies from the next
 *     period on. Where that cannot be done it is refused as {@link
 *     io.domainflow.registrar.RefusalReason#UNKNOWN_FIELD}, and nothing is changed
 */
public record SetRenewalMode(DomainName domain, RenewalMode mode, boolean takeBack)
    implements Repeatable<SetRenewalMode.Result> {

  /** A mode that takes nothing back. */
  public SetRenewalMode(DomainName domain, RenewalMode mode) {
    this(domain, mode, false);
  }

  /** The mode is set; there is nothing more to say. */
  public record Result() {}
}
