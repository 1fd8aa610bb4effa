package io.domainflow.order.wanted;

import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.util.List;

/** What is wanted of a name that an order brings into the account. */
public sealed interface NameSetup extends Wanted permits RegistrationOrder, TransferOrder {

  /** For a transfer empty if the name is to keep its own. */
  List<Nameserver> nameservers();

  /** Whether it is locked against transfers; false where the TLD has no lock. */
  boolean transferLock();

  RenewalMode renewalMode();
}
