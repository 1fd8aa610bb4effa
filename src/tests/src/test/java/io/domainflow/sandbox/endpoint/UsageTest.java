package io.domainflow.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registrar's quota system, for an account with usage marks. */
class UsageTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  @Test
  void refusesAnAccountAboveTheHardMarkUntilItsPointsHaveDecayed() {
    marks(10, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(check().code()).isEqualTo(210);
    }

    assertThat(check().says()).isEqualTo("425 Service temporarily locked; usage exceeded");

    advance("PT61S");
    // 11 points have become 8.8
    assertThat(check().code()).isEqualTo(210);
    assertThat(check().code()).isEqualTo(425);
  }

  @Test
  void countsWhatIsAskedWhileItTurnsAway() {
    marks(5, 5);
    for (int i = 0; i < 20; i++) {
      check();
    }

    // 20 points need 7 minutes to be 4 or less, not 1
    advance("PT2M");
    assertThat(check().code()).isEqualTo(425);
    advance("PT10M");
    assertThat(check().code()).isEqualTo(210);
  }

  @Test
  void countsEachNameOfAListAndTenForAPurchase() {
    marks(12, 12);
    assertThat(sandbox.call("CheckDomains", "DOMAIN0=a.com", "DOMAIN1=b.com").code())
        .isEqualTo(200);
    assertThat(sandbox.call("AddDomain", RawRequest.registration("usage.com")).code())
        .isEqualTo(200);

    assertThat(check().code()).isEqualTo(425);
  }

  @Test
  void countsNothingForAnAccountWithoutMarks() {
    for (int i = 0; i < 600; i++) {
      assertThat(check().code()).isEqualTo(210);
    }
  }

  private ParsedAnswer check() {
    return sandbox.call("CheckDomain", "DOMAIN=free.com");
  }

  private void advance(String duration) {
    sandbox.control("POST", "/sandbox/clock", "{\"advance\": \"%s\"}".formatted(duration));
  }

  private void marks(int soft, int hard) {
    sandbox.control(
        "POST",
        "/sandbox/accounts",
        "{\"login\": \"test.user\", \"softQuota\": %d, \"hardQuota\": %d}".formatted(soft, hard));
  }
}
