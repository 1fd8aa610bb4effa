package io.domainflow.process.domain;

import io.domainflow.model.Contact;
import io.domainflow.model.Mail;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadDomain;
import java.util.Optional;

/** Finds the mail address of a name's registrant. */
public final class RegistrantAddress {

  private RegistrantAddress() {}

  /** The address that the registrar shows; empty if it shows none to which a mail can be sent. */
  public static Optional<String> of(ReadDomain.Result domain, Reader registrar) {
    return Optional.ofNullable(domain.ownerContact())
        .flatMap(registrar::contact)
        .map(Contact::email)
        .filter(Mail::isAddress);
  }
}
