package io.domainflow.sandbox.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private String started(String... lines) {
    ParsedAnswer answer = sandbox.call("StartSession", lines);
    assertThat(answer.says()).isEqualTo("200 Command completed successfully");
    assertThat(answer.properties()).containsOnlyKeys("SESSION");
    return "s_session=" + answer.first("SESSION");
  }

  private void wait(String time) {
    sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"" + time + "\"}");
  }

  private void profileB() {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");
  }

  @Test
  void replacesAccountAndPassword() {
    String session = started();

    assertThat(sandbox.callWith(session, "AddDomain", RawRequest.registration("in.com")).code())
        .isEqualTo(200);
    assertThat(sandbox.get("/sandbox/ledger")).contains("\"account\":\"test.user\"", "in.com");
    assertThat(sandbox.get("/sandbox/requests?domain=in.com")).contains("\"test.user\"");
  }

  @Test
  void looksLikeTheDocumentedOneAndIsNeverTheSameTwice() {
    String first = started();

    assertThat(first).hasSize("s_session=".length() + 64).isNotEqualTo(started());
  }

  @ParameterizedTest
  @CsvSource({
    "PT9M59S, 200, TIMEOUT=600",
    "PT10M, 530, TIMEOUT=600",
    "PT59M59S, 200, TIMEOUT=3600",
    "PT1H, 530, TIMEOUT=3600",
    "PT1M, 530, MAXTTL=60"
  })
  void endsWhenItIsTime(String wait, int code, String limit) {
    String session = started(limit);

    wait(wait);

    assertThat(sandbox.callWith(session, "StatusAccount").code()).isEqualTo(code);
  }

  @Test
  void endsADayAfterItsStartHoweverBusyItIs() {
    String session = started("TIMEOUT=3600");
    for (int i = 0; i < 47; i++) {
      wait("PT30M");
      assertThat(sandbox.callWith(session, "StatusAccount").code()).isEqualTo(200);
    }
    wait("PT30M");

    assertThat(sandbox.callWith(session, "StatusAccount").says())
        .isEqualTo("530 SESSION NOT FOUND");
  }

  @Test
  void reportsAnExpiryInProfileB() {
    profileB();
    String session = started();

    wait("PT10M");

    assertThat(sandbox.callWith(session, "StatusAccount").says())
        .isEqualTo("507 User session expired");
    assertThat(sandbox.callWith("s_session=nonsense", "StatusAccount").code()).isEqualTo(530);
  }

  @ParameterizedTest
  @CsvSource({"TIMEOUT=59", "TIMEOUT=3601", "MAXTTL=59", "MAXTTL=86401", "TIMEOUT=soon"})
  void hasLimits(String line) {
    assertThat(sandbox.call("StartSession", line).says())
        .isEqualTo("505 Invalid attribute value syntax; " + line.substring(0, line.indexOf('=')));
  }

  @Test
  void usesTheNearestLimitInProfileB() {
    profileB();
    String session = started("TIMEOUT=5");

    wait("PT59S");

    assertThat(sandbox.callWith(session, "StatusAccount").code()).isEqualTo(200);
  }

  @Test
  void endsByCommandInBothReadings() {
    String session = started();
    assertThat(sandbox.callWith(session, "EndSession").says())
        .isEqualTo("200 Command completed successfully");
    assertThat(sandbox.callWith(session, "EndSession").code()).isEqualTo(530);

    assertThat(sandbox.call("EndSession").code()).isEqualTo(545);
    profileB();
    assertThat(sandbox.call("EndSession").code()).isEqualTo(200);
  }
}
