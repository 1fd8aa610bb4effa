package io.domainflow.client;

/**
 * A new token.
 *
 * @param text the token for the client; it is not stored and cannot be shown again
 */
public record NewToken(Token token, String text) {

  @Override
  public String toString() {
    return "NewToken[" + token.id() + ", ***]";
  }
}
