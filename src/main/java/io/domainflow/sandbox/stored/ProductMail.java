package io.domainflow.sandbox.stored;

import java.time.Instant;

/** A mail of the application that the sandbox is a part of; it asks nothing of the registrar. */
public record ProductMail(
    long number, Instant at, String to, String kind, String domain, String subject, String text)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
