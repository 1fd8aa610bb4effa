package io.domainflow.sandbox.stored;

import java.time.Instant;

/**
 * A mail of the registrar.
 *
 * @param at when it is sent
 * @param about number of the transfer or trade that it asks about
 * @param token identifies that in its links
 */
public record Mail(
    long number,
    Instant at,
    String to,
    String kind,
    String domain,
    String subject,
    String text,
    long about,
    String token)
    implements Stored {
  @Override
  public String key() {
    return Stored.numbered(number);
  }
}
