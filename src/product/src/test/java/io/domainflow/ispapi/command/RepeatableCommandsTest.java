package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.SetRenewalMode;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Commands that may be sent twice. */
class RepeatableCommandsTest {

  private static final CreateContact ADD =
      new CreateContact(
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
              "test@example.com"));
  private static final DeleteContact DELETE = new DeleteContact("P-TCN1379052");

  @Test
  void addsAContact() {
    Golden.assertEncoded(ADD, "documented");
    assertThat(Golden.result(ADD, "documented"))
        .isEqualTo(new CreateContact.Result("P-TCN1378880", true));
  }

  @Test
  void addsAContactWithEverything() {
    Contact contact =
        new Contact(
            null,
            "Zoë",
            "Müller",
            "Müller & Söhne",
            List.of("Hauptstraße 1", "Hinterhaus"),
            "Berlin",
            "BE",
            "10115",
            "DE",
            "+49.301234567",
            "zoe@example.net");

    Golden.assertEncoded(new CreateContact(contact), "everything");
  }

  @Test
  void neverAsksForASecondIdenticalContact() {
    assertThat(IspapiCodecs.encode(ADD).parameters()).doesNotContainKey("NEW");
  }

  @Test
  void recognisesAContactThatExistedBefore() {
    assertThat(Golden.result(ADD, "known"))
        .isEqualTo(new CreateContact.Result("P-TCN1378880", false));
  }

  @Test
  void claimsOnlyContactsThatTheRegistrarReportsAsNew() {
    RegistrarResponse response =
        new RegistrarResponse(200, "ok", false, Map.of("CONTACT", List.of("P-A1")));

    assertThat(IspapiCodecs.encode(ADD).result(response))
        .isEqualTo(new CreateContact.Result("P-A1", false));
  }

  /** It is told as an answer that cannot be read, and the contact is added again. */
  @Test
  void anAnswerWithoutAHandleIsNone() {
    RegistrarResponse response = new RegistrarResponse(200, "ok", false, Map.of());

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> IspapiCodecs.encode(ADD).result(response));
  }

  @Test
  void doesNotAddAHandle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CreateContact(Contact.ofHandle("P-A1")));
  }

  @Test
  void deletesAContact() {
    Golden.assertEncoded(DELETE, "documented");
    assertThat(Golden.result(DELETE, "documented").deleted()).isTrue();
  }

  @Test
  void aMissingContactCountsAsDeletedAndOneInUseDoesNot() {
    assertThat(IspapiCodecs.encode(DELETE).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
    assertThat(IspapiCodecs.encode(DELETE).meansAlreadyDone(ResultCode.INVALID_OPTION)).isFalse();
    assertThat(Golden.result(DELETE, "gone").deleted()).isFalse();
  }

  @Test
  void setsARenewalMode() {
    SetRenewalMode command =
        new SetRenewalMode(DomainName.of("example.com"), RenewalMode.AUTODELETE);

    Golden.assertEncoded(command, "documented");
    assertThat(Golden.result(command, "documented")).isEqualTo(new SetRenewalMode.Result());
  }

  @Test
  void cancelsARenewalByItsMode() {
    Golden.assertEncoded(
        new SetRenewalMode(DomainName.of("example.com"), RenewalMode.AUTOEXPIRE, true),
        "everything");
  }
}
