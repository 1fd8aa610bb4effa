package io.domainflow.wire.value;

import io.domainflow.model.AuthCode;
import io.domainflow.model.InvalidValue;
import io.domainflow.wire.protocol.WireResponse;
import org.jspecify.annotations.Nullable;

/** An auth code in an answer. */
public final class AuthCodeText {

  private static final String AUTH = "AUTH";

  private AuthCodeText() {}

  /** The auth code of a name; null if the answer contains no valid one. */
  public static @Nullable AuthCode read(WireResponse response) {
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
