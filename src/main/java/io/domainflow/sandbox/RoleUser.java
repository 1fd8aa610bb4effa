package io.domainflow.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * A role user of an account.
 *
 * @param passwordHash see {@link PasswordHash}
 * @param acl lines of its {@link AccessList}
 * @param policy ALLOW or DENY, for what the list does not name
 * @param status ACTIVE or INACTIVE
 */
record RoleUser(
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

  static String key(String account, String role) {
    return account + "!" + role;
  }

  boolean isPassword(String password) {
    return passwordHash.equals(PasswordHash.of(key(), password));
  }

  boolean active() {
    return status.equals("ACTIVE");
  }

  boolean allowedByDefault() {
    return policy.equals("ALLOW");
  }
}
