package io.domainflow.order.content;

import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.util.List;

/** The setup of a name that an order brings into the account. */
public sealed interface NameSetup extends OrderDetails permits RegistrationOrder, TransferOrder {

  /** The name servers; for a transfer empty if the name keeps its present ones. */
  List<Nameserver> nameservers();

  /** Whether to lock the name against transfers; false if the TLD has no lock. */
  boolean transferLock();

  RenewalMode renewalMode();
}
