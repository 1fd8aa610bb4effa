package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadTransfer;
import java.util.Optional;

/** Reads whether a name of the account has an outgoing transfer. */
record LeavingName(DomainName domain) implements Query<LeavingName.Result> {

  /** The state of its transfer; empty if there is none. */
  record Result(Optional<ReadTransfer.Result> transfer) {}
}
