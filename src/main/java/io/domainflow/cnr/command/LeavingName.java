package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadTransfer;
import java.util.Optional;

/** Asks whether a name of the account is on its way to another. */
record LeavingName(DomainName domain) implements Query<LeavingName.Result> {

  /** How its transfer stands; empty if none is running. */
  record Result(Optional<ReadTransfer.Result> transfer) {}
}
