package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;

/** A mail address whose mail is forwarded to another one. */
public record MailForward(String from, String to, String account) implements Stored {
  @Override
  public String key() {
    return from + " " + to;
  }

  public String host() {
    return from.substring(from.indexOf('@') + 1);
  }
}
