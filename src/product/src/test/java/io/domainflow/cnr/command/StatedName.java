package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ReadDomain;
import java.util.List;
import java.util.Map;

/** A name, and what CentralNic Reseller's StatusDomain states of it. */
final class StatedName {

  static final DomainName NAME = DomainName.of("müller.com");
  static final ReadDomain READ = new ReadDomain(NAME);

  private StatedName() {}

  /**
   * An answer with these dates, each a day such as 2027-03-01; an active name, if no status is
   * given.
   */
  static RegistrarResponse stated(
      String expires, String paidUntil, String renewal, String mode, String... status) {
    return new RegistrarResponse(
        200,
        "ok",
        false,
        Map.of(
            "DOMAIN", List.of(NAME.ascii()),
            "REGISTRATIONEXPIRATIONDATE", List.of(expires + " 00:00:00.0"),
            "PAIDUNTILDATE", List.of(paidUntil + " 00:00:00.0"),
            "RENEWALDATE", List.of(renewal + " 00:00:00.0"),
            "RENEWALMODE", List.of(mode),
            "STATUS", status.length == 0 ? List.of("ACTIVE") : List.of(status)));
  }
}
