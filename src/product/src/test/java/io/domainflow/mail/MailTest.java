package io.domainflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.InvalidValue;
import io.domainflow.model.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail accepts valid content and refuses other content. */
class MailTest {

  private static final String TO = "ada@example.net";

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@example.net", "o'hara+x=y/z@mail.example.co.uk", " a@b ", "*{|}~^_`@x.de"})
  void acceptsOneAddress(String to) {
    assertThat(mail(to, "Words").to()).isEqualTo(to.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "canary@",
        "@canary.net",
        "canary@x@y.net",
        "canary@example.net, bob@example.net",
        "Canary <canary@example.net>",
        "\"canary\"@example.net",
        "canary(bob)@example.net",
        "group:canary@example.net;",
        "canary@example.net\nBcc: bob@example.net",
        "canary@example.net\r\n\r\nText",
        "canary\u2028@example.net",
        "can ary@example.net",
        "canary@example.net>\0",
        "canäry@example.net"
      })
  void refusesAnythingButExactlyOneAddress(String to) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> mail(to, "Words"))
        .withMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Words\nBcc: bob@example.net", "Words\rmore", "Words\0", "a\u2029b"})
  void refusesASubjectThatIsNotExactlyOneLine(String subject) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> mail(TO, subject));
  }

  @Test
  void refusesAnUnknownKind() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Mail("Change announced", TO, "example.com", "Words", "Text"));
  }

  @Test
  void showsNeitherRecipientNorText() {
    assertThat(mail(TO, "Words").toString()).isEqualTo("Mail[CHANGE_ANNOUNCED, example.com]");
  }

  private static Mail mail(String to, String subject) {
    return new Mail("CHANGE_ANNOUNCED", to, "Example.com", subject, "Text");
  }
}
