package io.domainflow.sandbox.stored;

import java.time.Instant;

/** A mail of the application that contains the sandbox; the registrar is not involved. */
public record ProductMail(
    long number, Instant at, String to, String kind, String domain, String subject, String text)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
