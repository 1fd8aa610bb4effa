package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import java.util.List;

/** Asks for the rules of the zone a name is in. */
public record ReadZoneRules(DomainName domain) implements Query<ReadZoneRules.Result> {

  /**
   * The answer.
   *
   * @param transferPeriods what a transfer may extend a name by, in the order stated
   * @param confirmsTransferByMail whether the registrant has to confirm a transfer to this
   *     registrar by a mail of the registrar
   * @param registrantChangeBy what it takes to have another registrant
   * @param optOutPossible whether the prior registrant may opt out of the lock after a change
   */
  public record Result(
      List<Period> transferPeriods,
      boolean confirmsTransferByMail,
      RegistrantChangeBy registrantChangeBy,
      boolean optOutPossible) {}
}
