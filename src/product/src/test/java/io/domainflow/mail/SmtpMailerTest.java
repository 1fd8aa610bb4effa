package io.domainflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.domainflow.model.Mail;
import io.domainflow.model.MailNotSent;
import io.domainflow.model.Mailer;
import io.domainflow.model.MovableClock;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Mails are sent through a mail server, or logged without one. */
@ExtendWith(OutputCaptureExtension.class)
class SmtpMailerTest {

  private static final Mail MAIL =
      new Mail(
          "CHANGE_ANNOUNCED",
          "ada@example.net",
          "müller.com",
          "The registrant of müller.com changes",
          "Dear Zoë,\n\n.\nthis is canary text.\n");

  @RegisterExtension
  private static final GreenMailExtension SERVER =
      new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
          .withBean(MovableClock.class)
          .withUserConfiguration(SmtpMailer.class, UnsentMails.class);

  @Test
  void handsMailsToTheServer(CapturedOutput log) {
    withServer()
        .run(
            context -> {
              MovableClock clock = context.getBean(MovableClock.class);
              clock.setOffset(Duration.ofDays(14));

              context.getBean(Mailer.class).send(MAIL);

              assertThat(SERVER.getReceivedMessages()).hasSize(1);
              MimeMessage received = SERVER.getReceivedMessages()[0];
              assertThat(received.getAllRecipients())
                  .extracting(Object::toString)
                  .containsExactly("ada@example.net");
              assertThat(received.getFrom())
                  .extracting(Object::toString)
                  .containsExactly("noreply@example.org");
              assertThat(received.getSubject()).isEqualTo(MAIL.subject());
              assertThat(received.getContent().toString().replace("\r\n", "\n").strip())
                  .isEqualTo(MAIL.text().strip());
              assertThat(received.getSentDate())
                  .as("by the clock of everything")
                  .isCloseTo(Date.from(clock.instant()), 60_000);
            });
    assertThat(log.toString().lines().filter(line -> line.contains("io.domainflow")))
        .singleElement()
        .asString()
        .contains("has taken the mail CHANGE_ANNOUNCED about xn--mller-kva.com")
        .doesNotContain("ada@example.net", "canary");
  }

  @Test
  void nobodyElseGetsWhatIsWrittenInASubject() {
    Mail mail =
        new Mail(
            "CHANGE_ANNOUNCED",
            "ada@example.net",
            "example.com",
            "x =?utf-8?Q?=0D=0ABcc:_bob@example.net?= Bcc: bob@example.net",
            "Bcc: bob@example.net");

    withServer()
        .run(
            context -> {
              context.getBean(Mailer.class).send(mail);

              MimeMessage received = SERVER.getReceivedMessages()[0];
              assertThat(received.getRecipients(RecipientType.BCC)).isNull();
              assertThat(GreenMailUtil.getHeaders(received).lines())
                  .noneMatch(line -> line.startsWith("Bcc"));
            });
  }

  @Test
  void saysWhyAMailWasRefusedWithoutItsRecipient() {
    withServer()
        .withPropertyValues("spring.mail.port=1")
        .run(
            context ->
                assertThatExceptionOfType(MailNotSent.class)
                    .isThrownBy(() -> context.getBean(Mailer.class).send(MAIL))
                    .withMessageContaining("CHANGE_ANNOUNCED about xn--mller-kva.com")
                    .withMessageContaining("refused")
                    .withNoCause());
  }

  @Test
  void showsNoAddressThatTheServerRefuses() throws Exception {
    try (ServerSocket refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> refuse(refusing), "refusing mail server");
      server.start();
      withServer()
          .withPropertyValues("spring.mail.port=" + refusing.getLocalPort())
          .run(
              context ->
                  assertThatExceptionOfType(MailNotSent.class)
                      .isThrownBy(() -> context.getBean(Mailer.class).send(MAIL))
                      .withMessageContaining("550 5.1.1 *** unknown")
                      .withMessageNotContaining("ada@example.net"));
      server.join();
    }
  }

  /** A mail server that knows nobody and says whom. */
  private static void refuse(ServerSocket listening) {
    try (Socket caller = listening.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out =
            new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
      out.print("220 ready\r\n");
      out.flush();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean recipient = line.startsWith("RCPT");
        out.print(recipient ? "550 5.1.1 <ada@example.net> unknown\r\n" : "250 ok\r\n");
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void doesNotStartWithoutASender() {
    application
        .withPropertyValues("spring.mail.host=localhost")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("domainflow.mail.from"));
    application
        .withPropertyValues("spring.mail.host=localhost", "domainflow.mail.from=a@b, c@d")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("must be a mail address"));
  }

  @Test
  void saysThatItSendsNothingWithoutAServer(CapturedOutput log) {
    application.run(context -> context.getBean(Mailer.class).send(MAIL));

    assertThat(log)
        .containsOnlyOnce("the mail CHANGE_ANNOUNCED about xn--mller-kva.com was not sent")
        .doesNotContain("ada@example.net", "canary");
  }

  private ApplicationContextRunner withServer() {
    return application.withPropertyValues(
        "spring.mail.host=127.0.0.1",
        "spring.mail.port=" + SERVER.getSmtp().getPort(),
        "domainflow.mail.from=noreply@example.org");
  }
}
