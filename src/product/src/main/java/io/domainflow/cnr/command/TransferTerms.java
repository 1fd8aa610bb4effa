package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.registrar.command.Query;
import java.util.List;

/** Reads a zone's requirements for a transfer. */
record TransferTerms(DomainName domain) implements Query<TransferTerms.Result> {

  /**
   * The answer.
   *
   * @param periods the periods by which a transfer may extend a name
   */
  record Result(boolean authRequired, List<Period> periods) {}
}
