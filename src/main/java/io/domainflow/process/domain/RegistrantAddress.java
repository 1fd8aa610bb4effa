package io.domainflow.process.domain;

import io.domainflow.model.Contact;
import io.domainflow.model.Mail;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadDomain;
import java.util.Optional;

/** Where the registrant of a name can be reached by mail. */
public final class RegistrantAddress {

  private RegistrantAddress() {}

  /** As the registrar shows it; empty if it shows none that a mail can be sent to. */
  public static Optional<String> of(ReadDomain.Result domain, Reader registrar) {
    return Optional.ofNullable(domain.ownerContact())
        .flatMap(registrar::contact)
        .map(Contact::email)
        .filter(Mail::isAddress);
  }
}
