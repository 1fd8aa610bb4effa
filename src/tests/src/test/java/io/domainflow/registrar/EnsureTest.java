package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.Contact;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Idempotent commands need no journal: after an unclear answer they are sent again. */
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
    CreateContact command = newContact();

    CreateContact.Result first = registrar.ensure(ACCOUNT, command);
    CreateContact.Result second = registrar.ensure(ACCOUNT, command);

    assertThat(first.created()).isTrue();
    assertThat(second).isEqualTo(new CreateContact.Result(first.handle(), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RESET_AFTER", "TIMEOUT_AFTER", "HALF_BODY", "HTTP_500", "CODE_549_AFTER"})
  void sendsARepeatableCommandAgainAfterAnUnclearAnswer(String fault) {
    CreateContact command = newContact();
    fault("AddContact", fault);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> registrar.ensure(ACCOUNT, command))
        .withMessageContaining("It is not known whether AddContact was carried out")
        // not that it costs nothing: privacy may
        .withMessageEndingWith("It is sent again, which costs nothing more.")
        .withMessageNotContaining("Nothing was done there");

    assertThat(registrar.ensure(ACCOUNT, command).created()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET_BEFORE", "TIMEOUT_BEFORE", "CODE_421", "CODE_425"})
  void unfinishedWorkIsDoneNextTime(String fault) {
    CreateContact command = newContact();
    fault("AddContact", fault);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> registrar.ensure(ACCOUNT, command));

    // after 425 the account keeps quiet for two minutes
    registrations.advance("PT3M");
    assertThat(registrar.ensure(ACCOUNT, command).created()).isTrue();
  }

  @Test
  void aRefusalReachesTheCallerWithItsWords() {
    CreateContact command = newContact();
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
  void aRefusalBecauseNothingWouldChangeIsNoFailure() {
    DeleteContact command = new DeleteContact("P-XYZ999");

    fault("DeleteContact", "CODE_545");
    assertThat(registrar.ensure(ACCOUNT, command).deleted()).isFalse();

    fault("AddContact", "CODE_545");
    assertThatExceptionOfType(Refused.class)
        .as("said of a command for which it is no success")
        .isThrownBy(() -> registrar.ensure(ACCOUNT, newContact()));

    fault("DeleteContact", "CODE_506");
    assertThatExceptionOfType(Refused.class)
        .as("another refusal")
        .isThrownBy(() -> registrar.ensure(ACCOUNT, command));
  }

  private void fault(String command, String fault) {
    registrations.fault(
        "{'command': '%s', 'fault': '%s', 'times': 1, 'domain': '*'}".formatted(command, fault));
  }

  private static CreateContact newContact() {
    return new CreateContact(
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
