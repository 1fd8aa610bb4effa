package io.domainflow.order.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Contact;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrantDetailsTest {

  private static final Contact ADA =
      new Contact(
          null,
          "Ada",
          "Example",
          "Example Inc.",
          List.of("Main Street 1", "Floor 2"),
          "Berlin",
          "BE",
          "10115",
          "DE",
          "+49.301234567",
          "ada@example.net");

  @Test
  void givesAnotherAddressAsAWhole() {
    RegistrantDetails details =
        new RegistrantDetails(List.of("Rue 3"), "Paris", null, "75001", "FR", null);

    assertThat(details.applyTo(ADA))
        .isEqualTo(
            new Contact(
                null,
                "Ada",
                "Example",
                "Example Inc.",
                List.of("Rue 3"),
                "Paris",
                null,
                "75001",
                "FR",
                "+49.301234567",
                "ada@example.net"));
  }

  @Test
  void leavesTheAddressWhereOnlyThePhoneIsGiven() {
    RegistrantDetails details =
        new RegistrantDetails(List.of(), null, null, null, null, "+49.307654321");

    Contact changed = details.applyTo(ADA);

    assertThat(changed.phone()).isEqualTo("+49.307654321");
    assertThat(changed).usingRecursiveComparison().ignoringFields("phone").isEqualTo(ADA);
  }

  @Test
  void areNotWrittenByAccident() {
    assertThat(new RegistrantDetails(List.of("Rue 3"), "Paris", null, "75001", "FR", null))
        .asString()
        .doesNotContain("Rue", "Paris", "75001");
  }
}
