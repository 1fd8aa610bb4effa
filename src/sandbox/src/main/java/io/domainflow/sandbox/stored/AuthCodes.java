package io.domainflow.sandbox.stored;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Generates codes and keys that look random but are the same for the same object, so that runs can
 * be compared.
 */
public final class AuthCodes {

  private AuthCodes() {}

  public static String of(String object) {
    return hash("auth:" + object).substring(0, 12);
  }

  /** 32 hexadecimal digits. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
