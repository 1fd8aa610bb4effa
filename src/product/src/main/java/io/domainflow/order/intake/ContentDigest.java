package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.domainflow.account.FingerprintKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Digest of a caller's request, independent of the order of members and of null versus absent.
 *
 * <p>An auth code or the number of an identity card could be guessed from a plain hash by anyone
 * with the database, so they are hashed with a key.
 */
@Component
public class ContentDigest {

  private static final List<String> SECRETS = List.of("authCode", "additionalFields");

  private final UnaryOperator<byte[]> keyed;

  @Autowired
  ContentDigest(FingerprintKey key) {
    this(key::of);
  }

  ContentDigest(UnaryOperator<byte[]> keyed) {
    this.keyed = keyed;
  }

  /** The digest of an order. */
  String of(ObjectNode order) {
    return of(order, salt(order));
  }

  /** Whether an earlier order had the same content as this one. */
  boolean matches(String earlier, ObjectNode order) {
    return earlier.equals(of(order));
  }

  private static String salt(ObjectNode order) {
    return "order " + order.path("reference").asText();
  }

  /**
   * The digest of any content.
   *
   * @param salt makes the digest specific to its purpose
   */
  public String of(ObjectNode content, String salt) {
    return digest(
        content, secret -> keyed.apply((salt + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
  }

  private static String digest(ObjectNode content, Function<String, byte[]> hidden) {
    ObjectNode hashed = content.deepCopy();
    for (String member : SECRETS) {
      JsonNode value = hashed.path(member);
      if (value.isTextual() || value.isObject()) {
        hashed.put(member, HexFormat.of().formatHex(hidden.apply(canonical(value))));
      }
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical(hashed).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String canonical(JsonNode node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    return text.toString();
  }

  // Into one text: a request may nest a thousand deep, and each level would copy all below it.
  private static void write(JsonNode node, StringBuilder text) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      object
          .properties()
          .forEach(
              member -> {
                if (!member.getValue().isNull()) {
                  sorted.put(TextNode.valueOf(member.getKey()).toString(), member.getValue());
                }
              });
      text.append('{');
      String separator = "";
      for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
        text.append(separator).append(member.getKey()).append('=');
        write(member.getValue(), text);
        separator = ", ";
      }
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(
          element -> {
            write(element, text);
            text.append(',');
          });
      text.append(']');
    } else {
      text.append(node);
    }
  }
}
