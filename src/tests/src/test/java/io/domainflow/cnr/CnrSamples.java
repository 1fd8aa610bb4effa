package io.domainflow.cnr;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RenewDomain;
import java.util.List;

/** Contacts, registrations and renewals that the tests of the dialect send. */
final class CnrSamples {

  static final Period YEAR = new Period(1);
  private static final List<Nameserver> HOSTS =
      List.of(new Nameserver("ns1.example.net"), new Nameserver("ns2.example.net"));
  static final Contact ERIKA =
      new Contact(
          null,
          "Erika",
          "Müller",
          null,
          List.of("Hauptstr. 1"),
          "Saarbrücken",
          null,
          "66111",
          "DE",
          "+49.6811234",
          "erika@example.com");

  private CnrSamples() {}

  static Contact other() {
    return new Contact(
        null,
        "Max",
        "Meier",
        null,
        List.of("Nebenstr. 2", "Hinterhaus"),
        "Berlin",
        null,
        "10115",
        "DE",
        "+49.301234",
        "max@example.com");
  }

  static DomainRegistration registration(DomainName name, String handle) {
    Contact contact = Contact.ofHandle(handle);
    return new DomainRegistration(
        name,
        YEAR,
        contact,
        contact,
        contact,
        contact,
        HOSTS,
        RenewalMode.AUTOEXPIRE,
        true,
        false,
        name.isIdn() ? "de" : null,
        AdditionalFields.NONE,
        null);
  }

  static RenewDomain renewal(DomainName name, ReadDomain.Result before, boolean onCommand) {
    return new RenewDomain(
        name,
        YEAR,
        before.expiresAt(),
        before.paidUntil(),
        before.ownPrice() ? before.priceClass() : null,
        onCommand);
  }
}
