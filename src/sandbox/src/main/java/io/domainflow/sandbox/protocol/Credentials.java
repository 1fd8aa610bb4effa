package io.domainflow.sandbox.protocol;

/**
 * The identity that a caller claims.
 *
 * @param entity the system that the caller addresses
 * @param login account without the role
 * @param role role user, or empty
 * @param otp one-time password, or empty
 * @param session a session in place of login and passwords, or empty
 * @param view sub-user whose data the caller wants to see and change, or empty
 * @param remote address of the caller's own customer, or empty
 */
public record Credentials(
    String entity,
    String login,
    String role,
    String password,
    String otp,
    String session,
    String view,
    String remote) {

  /** These credentials, verified as those of an account or of one of its role users. */
  public Credentials of(String account, String roleUser) {
    return new Credentials(entity, account, roleUser, "", "", session, view, remote);
  }

  /** Shows only the login, without passwords. */
  @Override
  public String toString() {
    return "Credentials[" + login + "]";
  }
}
