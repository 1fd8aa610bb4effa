package io.domainflow.sandbox.stored;

import java.time.Instant;
import java.util.List;

/**
 * A role user of an account.
 *
 * @param passwordHash see {@link PasswordHash}
 * @param acl lines of its access list
 * @param policy ALLOW or DENY, for commands that the list does not name
 * @param status ACTIVE or INACTIVE
 */
public record RoleUser(
    String account,
    String role,
    String passwordHash,
    List<String> description,
    List<String> acl,
    List<String> allowedIps,
    String status,
    String policy,
    Instant createdAt,
    Instant updatedAt)
    implements Stored {
  @Override
  public String key() {
    return key(account, role);
  }

  public static String key(String account, String role) {
    return account + "!" + role;
  }

  public boolean isPassword(String password) {
    return passwordHash.equals(PasswordHash.of(key(), password));
  }

  public boolean active() {
    return status.equals("ACTIVE");
  }

  public boolean allowedByDefault() {
    return policy.equals("ALLOW");
  }
}
