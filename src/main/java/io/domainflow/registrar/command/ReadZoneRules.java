package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.util.List;

/** Asks for the rules of the zone a name is in. */
public record ReadZoneRules(DomainName domain) implements Query<ReadZoneRules.Result> {

  /**
   * The answer.
   *
   * @param transferPeriods what a transfer may extend a name by, in the order stated
   * @param confirmsTransferByMail whether the registrant has to confirm a transfer to this
   *     registrar by a mail of the registrar
   * @param registrantChangeBy what it takes to have another registrant, in the registrar's word:
   *     {@code UPDATE}, {@code TRADE}, {@code ICANN-TRADE}, {@code REGISTRY} or {@code NEWREG};
   *     null if not stated
   * @param repository the registrar's name of the zone's registry; null if not stated
   */
  public record Result(
      List<Period> transferPeriods,
      boolean confirmsTransferByMail,
      String registrantChangeBy,
      String repository) {}
}
