package io.domainflow.seconddialect;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.OnlyInFull;
import io.domainflow.registrar.ForkedApplication;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A registration at a different kind of registrar needs only a separate dialect, and is bought
 * once, whatever happens to the answer.
 */
@DomainflowTest
@Import(SecondDialectApplication.Parts.class)
class SecondDialectTest {

  private static final NoticeBoard REGISTRAR = new NoticeBoard();

  private final Registrations registrations;

  @Autowired
  SecondDialectTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
  }

  @DynamicPropertySource
  static void whereItIs(DynamicPropertyRegistry properties) {
    properties.add("second-dialect.url", REGISTRAR::url);
  }

  @AfterAll
  static void close() {
    REGISTRAR.close();
  }

  @Test
  void registersAName() {
    String domain = freshName("com");

    JsonNode order = registrations.awaitStatus(registrations.place(domain), "COMPLETED");

    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTERED");
    assertThat(REGISTRAR.bought()).containsOnlyOnce(domain);
    assertThat(REGISTRAR.asked()).contains("vacant " + domain, "claim " + domain, "show " + domain);
  }

  @Test
  void looksWhenTheAnswerIsLostAndBuysNothingTwice() {
    String domain = freshName("com");
    REGISTRAR.answerNothingTo("claim");
    String reference = registrations.place(domain);
    await().until(() -> REGISTRAR.bought().contains(domain));

    registrations.advance("PT1H");

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(REGISTRAR.asked()).containsOnlyOnce("claim " + domain);
    assertThat(REGISTRAR.bought()).containsOnlyOnce(domain);
  }

  @Test
  void tellsTheCallerThatANameIsTaken() {
    String domain = freshName("com");
    registrations.awaitStatus(registrations.place(domain), "COMPLETED");

    JsonNode order = registrations.awaitStatus(registrations.place(domain), "FAILED");

    assertThat(order.at("/failure/reason").asText()).isEqualTo("NAME_TAKEN");
    assertThat(REGISTRAR.bought()).containsOnlyOnce(domain);
  }

  @Test
  @OnlyInFull("CrashTest, at the registrar there is")
  void buysNothingTwiceWhenKilledBetweenAnswerAndCommit(@TempDir Path logs) throws Exception {
    ForkedApplication application =
        new ForkedApplication(SecondDialectApplication.class, REGISTRAR.port(), logs);
    Caller billing = application.caller("billing");
    String domain = freshName("com");
    String reference = "crash-" + UUID.randomUUID();
    try {
      application.startToCrashAt("claim");
      billing.postExactly("/api/v1/orders", Registrations.order(reference, domain, ""));
      assertThat(application.awaitDeath()).isEqualTo(137);
      assertThat(REGISTRAR.bought()).containsOnlyOnce(domain);

      application.start();
      await()
          .until(
              () -> billing.get("/api/v1/orders/" + reference).body().get("status").asText(),
              "COMPLETED"::equals);
      assertThat(REGISTRAR.asked()).containsOnlyOnce("claim " + domain);
    } finally {
      application.kill();
    }
  }
}
