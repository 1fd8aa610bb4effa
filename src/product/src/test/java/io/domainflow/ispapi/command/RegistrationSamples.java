package io.domainflow.ispapi.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.AcceptedNotice;
import io.domainflow.registrar.command.DomainRegistration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Registrations as the registrar's samples have them. */
final class RegistrationSamples {

  static final AcceptedNotice NOTICE =
      new AcceptedNotice(
          "2016121201/C/9/F/yfVfSITVpAjOKZu0FnjjLbc-0000000263",
          "cc230dc70000000000001200057",
          "44bd79ddca75ec1ce480e5531100f110",
          Instant.parse("2016-12-14T12:00:00Z"),
          Instant.parse("2016-12-13T08:30:05.999Z"));

  private static final Contact HANDLE = Contact.ofHandle("P-TUE1378025");

  private RegistrationSamples() {}

  /** With what every registration has. */
  static DomainRegistration plain(String domain, AcceptedNotice notice) {
    return registration(domain, false, null, AdditionalFields.NONE, notice);
  }

  /** With everything a registration can have. */
  static DomainRegistration everything(String domain) {
    return registration(
        domain, true, "de", new AdditionalFields(Map.of("X-CA-LEGALTYPE", "CCT")), NOTICE);
  }

  private static DomainRegistration registration(
      String domain,
      boolean lockAndPrivacy,
      String idnLanguage,
      AdditionalFields fields,
      AcceptedNotice notice) {
    return new DomainRegistration(
        DomainName.of(domain),
        new Period(1),
        HANDLE,
        HANDLE,
        HANDLE,
        HANDLE,
        List.of(Nameserver.of("ns1.hexonet.net"), Nameserver.of("ns2.hexonet.net")),
        RenewalMode.AUTOEXPIRE,
        lockAndPrivacy,
        lockAndPrivacy,
        idnLanguage,
        fields,
        notice);
  }
}
