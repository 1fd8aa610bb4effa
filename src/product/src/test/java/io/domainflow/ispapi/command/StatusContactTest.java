package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.Contact;
import io.domainflow.registrar.command.ReadContact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusContactTest {

  private static final ReadContact COMMAND = new ReadContact("P-TCN1378880");

  @Test
  void readsTheDataBehindAHandle() {
    Golden.assertEncoded(COMMAND, "documented");
    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(
            new ReadContact.Result(
                "P-TCN1378880",
                new Contact(
                    null,
                    "Test",
                    "Contact",
                    null,
                    List.of("Samplestreet 42"),
                    "Samplecity",
                    null,
                    "123456",
                    "DE",
                    "+49.1234567890",
                    "test@example.com"),
                Instant.parse("2016-10-04T14:05:47Z")));
  }

  @Test
  void readsEveryLineOfTheStreet() {
    RegistrarResponse response =
        new RegistrarResponse(
            200, "ok", false, Map.of("STREET", List.of("Main Street 1", "Floor 2")));

    assertThat(IspapiCodecs.encode(COMMAND).result(response).contact().street())
        .containsExactly("Main Street 1", "Floor 2");
  }
}
