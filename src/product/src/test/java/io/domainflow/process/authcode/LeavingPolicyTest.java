package io.domainflow.process.authcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;

/** The decisions of the delivered LeavingPolicy.dmn. */
class LeavingPolicyTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private static Map<String, Object> decide(String decision, Map<String, Object> facts) {
    try (InputStream table = Files.newInputStream(Path.of("processes/LeavingPolicy.dmn"))) {
      return ENGINE
          .evaluateDecision(ENGINE.parseDecision(decision, table), facts)
          .getSingleResult()
          .getEntryMap();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean asks(Map<String, Object> signs) {
    Map<String, Object> facts =
        new HashMap<>(
            Map.of(
                "account",
                "sandbox",
                "deliver",
                "CALLER",
                "unlockOrdered",
                false,
                "registrantChangedHours",
                AuthCodeRisk.NEVER,
                "nameserversChangedHours",
                AuthCodeRisk.NEVER,
                "lockOpenedHours",
                AuthCodeRisk.NEVER,
                "ownerChangedHours",
                AuthCodeRisk.NEVER,
                "loginAgeHours",
                2000,
                "codesOrdered",
                1));
    facts.put("orderedByStaff", false);
    facts.putAll(signs);
    Map<String, Object> decided = decide(AuthCodeRisk.DECISION, facts);
    boolean asks = (Boolean) decided.get("approval");
    assertThat(((String) decided.get("lookAt")).isEmpty()).isEqualTo(!asks);
    return asks;
  }

  @Test
  void asksWhereThereAreSignsOfTheft() {
    assertThat(asks(Map.of())).isFalse();
    assertThat(asks(Map.of("registrantChangedHours", 71))).isTrue();
    assertThat(asks(Map.of("registrantChangedHours", 72))).isFalse();
    assertThat(asks(Map.of("nameserversChangedHours", 0))).isTrue();
  }

  @Test
  void asksWhereStaffCouldTakeTheNameOfACustomer() {
    assertThat(asks(Map.of("orderedByStaff", true))).isTrue();
    assertThat(asks(Map.of("ownerChangedHours", 71))).isTrue();
    assertThat(asks(Map.of("ownerChangedHours", 72))).isFalse();
  }

  @Test
  void asksAboutALoginThatIsNewOrTakesManyNames() {
    assertThat(asks(Map.of("loginAgeHours", 5))).isTrue();
    assertThat(asks(Map.of("codesOrdered", 5))).isFalse();
    assertThat(asks(Map.of("codesOrdered", 6))).isTrue();
  }

  @Test
  void asksAboutALoginOfWhichNothingIsKnownIfTheLockIsToBeOpened() {
    assertThat(asks(Map.of("loginAgeHours", AuthCodeRisk.UNKNOWN))).isFalse();
    assertThat(asks(Map.of("loginAgeHours", AuthCodeRisk.UNKNOWN, "unlockOrdered", true))).isTrue();
    assertThat(asks(Map.of("unlockOrdered", true))).isFalse();
  }

  @Test
  void asksAboutItTooIfTheLockWasOpenedByAnotherOrderBefore() {
    Map<String, Object> opened =
        Map.of("loginAgeHours", AuthCodeRisk.UNKNOWN, "lockOpenedHours", 71);
    assertThat(asks(opened)).isTrue();
    assertThat(asks(Map.of("lockOpenedHours", 71))).isFalse();
    assertThat(asks(Map.of("loginAgeHours", AuthCodeRisk.UNKNOWN, "lockOpenedHours", 72)))
        .isFalse();
  }

  @Test
  void keepsNamesByTheVersionOfThePolicy() {
    assertThat(lock("2016", "TRANSFER", true))
        .containsEntry("hours", 1440)
        .containsEntry("binding", false);
    assertThat(lock("CORD", "REGISTRATION", true))
        .containsEntry("hours", 720)
        .containsEntry("binding", true);
    assertThat(lock("CORD", "REGISTRATION", false)).containsEntry("hours", 0);
  }

  private static Map<String, Object> lock(String version, String since, boolean generic) {
    return decide(
        "LockDays",
        Map.of("policyVersion", version, "since", since, "generic", generic, "on", "2026-11-01"));
  }
}
