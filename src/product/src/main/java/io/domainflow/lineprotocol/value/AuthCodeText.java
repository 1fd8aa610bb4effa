package io.domainflow.lineprotocol.value;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.AuthCode;
import io.domainflow.model.InvalidValue;
import org.jspecify.annotations.Nullable;

/** An auth code in an answer. */
public final class AuthCodeText {

  private static final String AUTH = "AUTH";

  private AuthCodeText() {}

  /** The auth code of a name; null if the answer contains no valid one. */
  public static @Nullable AuthCode read(RegistrarResponse response) {
    return response.first(AUTH).map(AuthCodeText::read).orElse(null);
  }

  private static @Nullable AuthCode read(String text) {
    try {
      return AuthCode.of(text);
    } catch (InvalidValue e) {
      return null;
    }
  }
}
