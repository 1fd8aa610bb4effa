package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.List;

/**
 * A sub-user. Its money is in an {@link Account} of the same login.
 *
 * @param parent account or sub-user to which it belongs
 * @param passwordHash see {@link PasswordHash}
 */
public record SubUser(
    String login,
    String parent,
    String passwordHash,
    String vat,
    List<String> allowedIps,
    Instant createdAt)
    implements Stored {
  @Override
  public String key() {
    return login;
  }

  public boolean isPassword(String password) {
    return passwordHash.equals(PasswordHash.of(login, password));
  }
}
