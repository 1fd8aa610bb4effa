package io.domainflow.client;

/**
 * A token that was just made.
 *
 * @param text what the client logs in with; it is stored nowhere and cannot be shown again
 */
public record NewToken(Token token, String text) {

  @Override
  public String toString() {
    return "NewToken[" + token.id() + ", ***]";
  }
}
