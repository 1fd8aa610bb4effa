package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.Contact;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.ReadContact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactsTest {

  private static final Contact ERIKA =
      new Contact(
          null,
          "Erika",
          "Müller",
          null,
          List.of("Hauptstr. 1"),
          "Saarbrücken",
          null,
          "66111",
          "DE",
          "+49.6811234",
          "erika@example.com");

  /** The answer does not say whether it is new; it must not be deleted for being ours then. */
  @Test
  void storesAContactAndReadsItsHandle() {
    Golden.assertEncoded(new CreateContact(ERIKA), "AddContact", "plain");

    assertThat(Golden.result(new CreateContact(ERIKA), "known"))
        .isEqualTo(new CreateContact.Result("P-ABC12345", false));
  }

  @Test
  void readsAContact() {
    ReadContact read = new ReadContact("P-ABC12345");
    Golden.assertEncoded(read, "StatusContact", "plain");

    ReadContact.Result result = Golden.result(read, "known");

    assertThat(result.contact().lastName()).isEqualTo("Müller");
    assertThat(result.contact().organization()).isNull();
    assertThat(result.contact().street()).containsExactly("Hauptstr. 1", "Hinterhaus");
    assertThat(result.createdAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void aContactThatIsGoneNeedsNoDeleting() {
    DeleteContact delete = new DeleteContact("P-ABC12345");
    Golden.assertEncoded(delete, "DeleteContact", "plain");

    assertThat(CnrCodecs.encode(delete).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
  }
}
