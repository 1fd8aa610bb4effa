package io.domainflow.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Contact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void isTheSameForTheSameDataAndAnotherForAnyOther() {
    List<Contact> contacts =
        List.of(
            contact("Ada", "Example", null, List.of("Main Street 1"), null, "a@example.net"),
            contact("ada", "Example", null, List.of("Main Street 1"), null, "a@example.net"),
            contact("AdaE", "xample", null, List.of("Main Street 1"), null, "a@example.net"),
            contact("Ada", "Example", "Inc", List.of("Main Street 1"), null, "a@example.net"),
            contact("Ada", "Example", null, List.of("Main Street", "1"), null, "a@example.net"),
            contact("Ada", "Example", null, List.of("Main Street 1"), "BE", "a@example.net"),
            contact("Ada", "Example", null, List.of("Main Street 1"), null, "b@example.net"),
            contact("Ada", "Example", null, List.of("3:x,1:y"), null, "a@example.net"),
            contact("Ada", "Example", null, List.of("3:x", "1:y"), null, "a@example.net"),
            Contact.ofHandle("P-ABC123"));

    Stream<String> fingerprints = contacts.stream().map(Fingerprint::of);

    assertThat(fingerprints)
        .doesNotHaveDuplicates()
        .allSatisfy(fingerprint -> assertThat(fingerprint).matches("[0-9a-f]{64}"));
    assertThat(Fingerprint.of(contacts.get(0)))
        .isEqualTo(
            Fingerprint.of(
                contact("Ada", "Example", null, List.of("Main Street 1"), null, "a@example.net")));
  }

  private static Contact contact(
      String first,
      String last,
      String organization,
      List<String> street,
      String state,
      String email) {
    return new Contact(
        null,
        first,
        last,
        organization,
        street,
        "Berlin",
        state,
        "10115",
        "DE",
        "+49.301234567",
        email);
  }
}
