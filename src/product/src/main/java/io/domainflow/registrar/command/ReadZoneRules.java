package io.domainflow.registrar.command;

import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import java.util.List;
import java.util.Set;

/** Reads the rules of a name's zone. */
public record ReadZoneRules(DomainName domain) implements Query<ReadZoneRules.Result> {

  /**
   * The answer.
   *
   * @param transferPeriods the periods by which a transfer may extend a name, in the order stated
   * @param confirmsTransferByMail whether the registrant has to confirm a transfer by a mail of the
   *     registrar
   * @param registrantChangeBy how registrants are changed
   * @param optOutPossible whether the prior registrant may opt out of the lock after a change
   * @param contacts the roles in which names have contacts; all roles if not stated
   */
  public record Result(
      List<Period> transferPeriods,
      boolean confirmsTransferByMail,
      RegistrantChangeBy registrantChangeBy,
      boolean optOutPossible,
      Set<ContactRole> contacts) {

    public Result {
      transferPeriods = List.copyOf(transferPeriods);
      contacts = Set.copyOf(contacts);
    }
  }
}
