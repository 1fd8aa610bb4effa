package io.domainflow.lineprotocol;

import org.jspecify.annotations.Nullable;

/**
 * A login at the registrar.
 *
 * @param login account, or for a role user {@code account!role} at ISPAPI, {@code account:role} at
 *     CNR
 * @param clientAddress address of the client, {@code 192.0.2.7} or {@code 192.0.2.7:80}, for logins
 *     that the registrar accepts from certain addresses only; null if none is sent
 */
public record Credentials(String login, String password, @Nullable String clientAddress) {

  /** Credentials that are accepted from every address. */
  public Credentials(String login, String password) {
    this(login, password, null);
  }

  @Override
  public String toString() {
    return "Credentials[" + login + ", ***]";
  }
}
