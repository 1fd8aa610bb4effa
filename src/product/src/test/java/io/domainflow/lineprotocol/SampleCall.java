package io.domainflow.lineprotocol;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A call that the tests of the client make, and an answer to it. */
final class SampleCall {

  static final String OK =
      """
      [RESPONSE]
      CODE=200
      DESCRIPTION=Command completed successfully
      PROPERTY[STATUS][0]=ACTIVE
      EOF
      """;

  static final Credentials ROBOT = new Credentials("acme!robot", "canary-p&w*ü");

  static final Contact ADA =
      new Contact(
          null,
          "Canary",
          "Example",
          null,
          List.of("canary street 1"),
          "Berlin",
          null,
          "10115",
          "DE",
          "+49.301234567",
          "canary@example.net");

  static final RegisterDomain REGISTER =
      new RegisterDomain(
          new DomainRegistration(
              DomainName.of("müller.com"),
              new Period(1),
              ADA,
              Contact.ofHandle("P-A"),
              Contact.ofHandle("P-T"),
              Contact.ofHandle("P-B"),
              List.of(),
              RenewalMode.AUTOEXPIRE,
              false,
              false,
              null,
              new AdditionalFields(Map.of("X-PASSPORT", "canary*1=2&3+4%5")),
              null));

  static final EncodedCommand<?> COMMAND = IspapiCodecs.encode(REGISTER);

  static final Duration CONNECT = Duration.ofSeconds(1);

  static final Duration TOTAL = Duration.ofSeconds(2);

  private SampleCall() {}
}
