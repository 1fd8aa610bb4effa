package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.ispapi.command.AddContact;
import io.domainflow.ispapi.command.Repeatable;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.Contact;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What may be sent twice needs no journal: after an unclear answer it is sent again. */
@DomainflowTest
class EnsureTest {

  private static final String ACCOUNT = "sandbox";

  private final RegistrarGateway registrar;
  private final Registrations registrations;

  @Autowired
  EnsureTest(RegistrarGateway registrar, @LocalServerPort int port) {
    this.registrar = registrar;
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.registrarIsWellAgain();
  }

  @Test
  void usesAnIdenticalContactAgain() {
    AddContact command = newContact();

    AddContact.Result first = registrar.ensure(ACCOUNT, command);
    AddContact.Result second = registrar.ensure(ACCOUNT, command);

    assertThat(first.created()).isTrue();
    assertThat(second).isEqualTo(new AddContact.Result(first.handle(), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RESET_AFTER", "TIMEOUT_AFTER", "HALF_BODY", "HTTP_500", "CODE_549_AFTER"})
  void anUnclearAnswerToWhatWasDoneIsSettledBySendingItAgain(String fault) {
    AddContact command = newContact();
    fault("AddContact", fault);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> registrar.ensure(ACCOUNT, command))
        .withMessageContaining("It is not known whether AddContact was carried out")
        .withMessageNotContaining("Nothing was done there");

    assertThat(registrar.ensure(ACCOUNT, command).created()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET_BEFORE", "TIMEOUT_BEFORE", "CODE_421", "CODE_425"})
  void whatWasNotDoneIsDoneNextTime(String fault) {
    AddContact command = newContact();
    fault("AddContact", fault);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> registrar.ensure(ACCOUNT, command));

    // after 425 the account keeps quiet for two minutes
    registrations.advance("PT3M");
    assertThat(registrar.ensure(ACCOUNT, command).created()).isTrue();
  }

  @Test
  void aRefusalReachesTheCallerWithItsWords() {
    AddContact command = newContact();
    registrations.fault(
        "{'command': 'AddContact', 'fault': 'CODE_541', 'times': 1, 'domain': '*',"
            + " 'description': 'X-CA-LEGALTYPE'}");

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> registrar.ensure(ACCOUNT, command))
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(541);
              assertThat(refused.words()).contains("X-CA-LEGALTYPE");
            });
  }

  @Test
  void aRefusalThatSaysThatItIsSoAlreadyIsNoFailure() {
    fault("AddContact", "CODE_545");
    assertThat(registrar.ensure(ACCOUNT, new SoAlreadyIfNotFound(newContact()))).isFalse();

    fault("AddContact", "CODE_545");
    assertThatExceptionOfType(Refused.class)
        .as("said of a command for which it is no success")
        .isThrownBy(() -> registrar.ensure(ACCOUNT, newContact()));

    fault("AddContact", "CODE_506");
    assertThatExceptionOfType(Refused.class)
        .as("another refusal")
        .isThrownBy(() -> registrar.ensure(ACCOUNT, new SoAlreadyIfNotFound(newContact())));
  }

  /** Answers whether this very command did it. */
  private record SoAlreadyIfNotFound(AddContact command) implements Repeatable<Boolean> {

    @Override
    public String name() {
      return command.name();
    }

    @Override
    public Map<String, String> parameters() {
      return command.parameters();
    }

    @Override
    public boolean isAlreadySo(ResultCode refusal) {
      return refusal == ResultCode.NOT_FOUND;
    }

    @Override
    public Boolean result(IspapiResponse response) {
      return response.code() == ResultCode.COMPLETED.code();
    }
  }

  private void fault(String command, String fault) {
    registrations.fault(
        "{'command': '%s', 'fault': '%s', 'times': 1, 'domain': '*'}".formatted(command, fault));
  }

  private static AddContact newContact() {
    return new AddContact(
        new Contact(
            null,
            "Ada",
            "Example",
            null,
            List.of("Main Street 1", "Floor 2"),
            "Berlin",
            null,
            "10115",
            "DE",
            "+49.301234567",
            UUID.randomUUID() + "@example.net"));
  }
}
