package io.domainflow.ispapi;

/**
 * A login at the registrar.
 *
 * @param login account, or {@code account!role} for a role user
 */
public record Credentials(String login, String password) {

  @Override
  public String toString() {
    return "Credentials[" + login + ", ***]";
  }
}
