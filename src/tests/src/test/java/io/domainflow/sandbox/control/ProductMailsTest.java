package io.domainflow.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.Mail;
import io.domainflow.model.Mailer;
import io.domainflow.model.MovableClock;
import io.domainflow.model.RenewalMode;
import io.domainflow.sandbox.SandboxProperties;
import io.domainflow.sandbox.state.SandboxState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The application's mails in a demonstration. */
@DomainflowTest
class ProductMailsTest {

  private final Mailer mailer;
  private final Registrations registrations;
  private final Caller admin;

  @Autowired
  ProductMailsTest(Mailer mailer, @LocalServerPort int port) {
    this.mailer = mailer;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @BeforeEach
  void startOver() {
    registrations.startOver();
  }

  @Test
  void areInTheMailboxUntilTheSandboxIsReset() {
    mailer.send(mail("ada@example.net", "One"));
    mailer.send(mail("bob@example.net", "Two"));

    JsonNode all = admin.get("/sandbox/mailbox").body();
    assertThat(all.findValuesAsText("subject")).containsExactly("One", "Two");
    assertThat(all.findValuesAsText("id")).doesNotHaveDuplicates();
    JsonNode one = admin.get("/sandbox/mailbox?to=Ada@example.net").body();
    assertThat(one).hasSize(1);
    assertThat(one.get(0).get("from").asText()).isEqualTo("PRODUCT");
    assertThat(one.get(0).get("to").asText()).isEqualTo("ada@example.net");
    assertThat(one.get(0).get("kind").asText()).isEqualTo("CHANGE_ANNOUNCED");
    assertThat(one.get(0).get("domain").asText()).isEqualTo("example.com");
    assertThat(one.get(0).get("text").asText()).isEqualTo("Text\n");
    assertThat(one.get(0).get("links")).isEmpty();

    registrations.startOver();
    assertThat(admin.get("/sandbox/mailbox").body()).isEmpty();
  }

  @Test
  void goToTheMailServerIfOneIsSet() {
    ApplicationContextRunner sandbox =
        new ApplicationContextRunner()
            .withPropertyValues("domainflow.sandbox.enabled=true")
            .withUserConfiguration(ProductMails.class)
            .withBean(
                SandboxState.class,
                () ->
                    new SandboxState(
                        new SandboxProperties(true, null, RenewalMode.AUTORENEW, null, null)))
            .withBean(MovableClock.class);

    sandbox.run(context -> assertThat(context).hasSingleBean(Mailer.class));
    sandbox
        .withPropertyValues("spring.mail.host=mx")
        .run(context -> assertThat(context).doesNotHaveBean(Mailer.class));
    sandbox
        .withPropertyValues("domainflow.ispapi.sandbox-url=http://localhost:1/")
        .run(context -> assertThat(context).doesNotHaveBean(Mailer.class));
  }

  private static Mail mail(String to, String subject) {
    return new Mail("CHANGE_ANNOUNCED", to, "example.com", subject, "Text\n");
  }
}
