package io.domainflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private WireAnswer renewalMode() {
    return sandbox.call(
        "GetEnvironment",
        "ENVIRONMENTKEY0=_system/defaults",
        "ENVIRONMENTKEY1=_system/defaults",
        "ENVIRONMENTNAME0=nameserver",
        "ENVIRONMENTNAME1=renewalmode");
  }

  @Test
  void hasNoRenewalModeUntilOneIsSet() {
    assertThat(renewalMode().all("MISSING"))
        .containsExactly("_system/defaults/nameserver", "_system/defaults/renewalmode");
  }

  @ParameterizedTest
  @CsvSource({"A, AUTOEXPIRE", "B, expire"})
  void statesTheRenewalModeOfTheAccount(String profile, String stated) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");
    sandbox.control(
        "POST", "/sandbox/accounts", "{\"login\":\"test.user\",\"renewalMode\":\"AUTOEXPIRE\"}");

    assertThat(renewalMode().all("ENVIRONMENTVALUE")).containsExactly("", stated);
    assertThat(renewalMode().all("MISSING")).containsExactly("_system/defaults/nameserver");
  }

  @Test
  void isNotAskedAboutSubUsers() {
    assertThat(
            sandbox
                .call(
                    "GetEnvironment",
                    "ENVIRONMENTKEY0=_system/defaults",
                    "ENVIRONMENTNAME0=renewalmode",
                    "SUBUSER0=test.user2")
                .code())
        .isEqualTo(549);
  }
}
