package io.domainflow.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Fingerprint of what a caller wrote: the same for the same members in any order, null or absent.
 *
 * <p>An auth code or the number of an identity card is short enough to be guessed from a plain hash
 * by whoever has the database, so they go in stretched; the additional fields together, since each
 * stretching takes a moment.
 */
public final class ContentDigest {

  private static final String AUTH_CODE = "authCode";
  private static final String ADDITIONAL_FIELDS = "additionalFields";

  private static final int ROUNDS = 100_000;
  private static final int BITS = 256;

  private ContentDigest() {}

  /** The fingerprint of an order. */
  static String of(ObjectNode content) {
    return of(content, "order " + content.path("reference").asText());
  }

  /**
   * The fingerprint of any content.
   *
   * @param salt what makes it another one for the same content elsewhere
   */
  public static String of(ObjectNode content, String salt) {
    ObjectNode hashed = content.deepCopy();
    stretch(hashed, AUTH_CODE, salt);
    stretch(hashed, ADDITIONAL_FIELDS, salt);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical(hashed).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void stretch(ObjectNode content, String member, String salt) {
    JsonNode value = content.path(member);
    if (value.isTextual() || value.isObject()) {
      content.put(member, stretched(canonical(value), salt));
    }
  }

  private static String stretched(String secret, String salt) {
    PBEKeySpec spec =
        new PBEKeySpec(secret.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
    try {
      return HexFormat.of()
          .formatHex(
              SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                  .generateSecret(spec)
                  .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }

  private static String canonical(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, String> sorted = new TreeMap<>();
      object
          .properties()
          .forEach(
              member -> {
                if (!member.getValue().isNull()) {
                  sorted.put(
                      TextNode.valueOf(member.getKey()).toString(), canonical(member.getValue()));
                }
              });
      return sorted.toString();
    }
    if (node.isArray()) {
      StringBuilder list = new StringBuilder("[");
      node.forEach(element -> list.append(canonical(element)).append(','));
      return list.append(']').toString();
    }
    return node.toString();
  }
}
