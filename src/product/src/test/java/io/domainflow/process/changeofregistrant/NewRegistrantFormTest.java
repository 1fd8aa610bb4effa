package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.Contact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator's form changes the entered fields of a registrant, and keeps the others. */
class NewRegistrantFormTest {

  private static final Contact SHOWN =
      new Contact(
          null,
          "Ada",
          "Example",
          "Example Ltd",
          List.of("Main Street 1, Flat 2"),
          "Berlin",
          null,
          "10115",
          "DE",
          "+49.301234567",
          "ada@example.net");

  private final ObjectNode registrant = new ObjectMapper().createObjectNode();

  @Test
  void ignoresFieldsThatComeBackUnchanged() {
    assertThat(
            NewRegistrantForm.correct(
                Map.of("newStreet", "Main Street 1, Flat 2", "newState", "")::get,
                SHOWN,
                registrant))
        .isFalse();
    assertThat(registrant.get("street")).hasSize(1);
    assertThat(registrant.has("state")).isFalse();
    assertThat(registrant.get("email").asText()).isEqualTo("ada@example.net");
  }

  @Test
  void removesAFieldThatWasCleared() {
    assertThat(
            NewRegistrantForm.correct(
                Map.of("newOrganization", " ", "newStreet", "Main Street 1, Flat 3")::get,
                SHOWN,
                registrant))
        .isTrue();
    assertThat(registrant.has("organization")).isFalse();
    assertThat(registrant.get("street")).hasSize(2);
    assertThat(registrant.get("lastName").asText()).isEqualTo("Example");
  }
}
