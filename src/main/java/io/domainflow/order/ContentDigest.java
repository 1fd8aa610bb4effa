package io.domainflow.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fingerprint of an order's content: the same for the same members in any order, null or absent.
 */
final class ContentDigest {

  private ContentDigest() {}

  static String of(ObjectNode content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical(content).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
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
