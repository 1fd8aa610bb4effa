package io.domainflow.consent;

import io.domainflow.model.Contact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows whether data is still the same as agreed to, without storing the data. */
public final class Fingerprint {

  private Fingerprint() {}

  /** SHA-256 over all members of a contact, in hexadecimal; any changed character changes it. */
  public static String of(Contact contact) {
    String canonical =
        Stream.of(
                List.of(
                    text(contact.handle()),
                    text(contact.firstName()),
                    text(contact.lastName()),
                    text(contact.organization())),
                contact.street().stream().map(Fingerprint::text).toList(),
                List.of(
                    text(contact.city()),
                    text(contact.state()),
                    text(contact.postalCode()),
                    text(contact.country()),
                    text(contact.phone()),
                    text(contact.email())))
            .map(part -> part.stream().collect(Collectors.joining(",", "[", "]")))
            .collect(Collectors.joining());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  // With its length, so that different members cannot yield the same input.
  private static String text(@Nullable String text) {
    return text == null ? "-" : text.length() + ":" + text;
  }
}
