package io.domainflow.process.outgoingtransfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.consent.HoldKind;
import io.domainflow.order.leaving.DenialReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.StringUtils;

/** The decisions of the delivered tables. */
class OutgoingTransferPolicyTest {

  private static final List<String> SIGNS =
      List.of(
          "answerRefused",
          "toOtherAccount",
          "changeLockRunning",
          "newName",
          "codeLoginNew",
          "lockOpenedLately",
          "setUpChangedLately",
          "ownerChangedLately");

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private Map<String, Object> decide(String decision, Map<String, Object> facts) {
    try (InputStream table =
        Files.newInputStream(Path.of("processes", "OutgoingTransferPolicy.dmn"))) {
      return engine
          .evaluateDecision(engine.parseDecision(decision, table), facts)
          .getSingleResult()
          .getEntryMap();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, Object> answer(String version, boolean authCodeOrdered, String... signs) {
    return decide("OutgoingTransferAnswer", facts(version, authCodeOrdered, signs));
  }

  private static Map<String, Object> facts(
      String version, boolean authCodeOrdered, String... signs) {
    Map<String, Object> facts = new HashMap<>();
    SIGNS.forEach(sign -> facts.put(sign, false));
    for (String sign : signs) {
      facts.put(sign, true);
    }
    facts.put("account", "main");
    facts.put("policyVersion", version);
    facts.put("authCodeOrdered", authCodeOrdered);
    facts.put("dispute", "NONE");
    return facts;
  }

  @Test
  void theHolderLetsItGoOnlyWhereThereIsNoSignAtAll() {
    assertThat(answer("2016", true)).containsEntry("holderMayLetGo", true);
    assertThat(answer("2016", true).get("lookAt")).isEqualTo("Nothing looks like theft.");

    assertThat(answer("CORD", true)).containsEntry("holderMayLetGo", false);
    assertThat(answer("2016", false)).containsEntry("holderMayLetGo", false);
    for (String sign :
        List.of("codeLoginNew", "lockOpenedLately", "setUpChangedLately", "ownerChangedLately")) {
      assertThat(answer("2016", true, sign))
          .as(sign)
          .containsEntry("answer", "ASK")
          .containsEntry("holderMayLetGo", false)
          .doesNotContainEntry("lookAt", "Nothing looks like theft.");
    }
  }

  @Test
  void whatThePolicyDeniesIsForTransfersToAnotherRegistrar() {
    assertThat(answer("2016", true, "changeLockRunning"))
        .containsEntry("answer", "DENY")
        .containsEntry("reason", "CHANGE_OF_REGISTRANT_LOCK");
    assertThat(answer("CORD", true, "newName"))
        .containsEntry("answer", "DENY")
        .containsEntry("reason", "WITHIN_720_HOURS");
    assertThat(answer("2016", true, "changeLockRunning", "toOtherAccount"))
        .containsEntry("answer", "ASK");
    assertThat(answer("CORD", true, "newName", "toOtherAccount")).containsEntry("answer", "ASK");
  }

  @ParameterizedTest
  @EnumSource(HoldKind.class)
  void aDisputedNameIsNeverLetGo(HoldKind kind) {
    assertThat(disputed(kind))
        .containsEntry("answer", kind == HoldKind.COURT ? "ASK" : "DENY")
        .containsEntry("holderMayLetGo", false);
    assertThat(disputed(kind, "toOtherAccount"))
        .containsEntry("answer", "ASK")
        .containsEntry("holderMayLetGo", false);
    assertThat(disputed(kind, "answerRefused")).containsEntry("answer", "ASK");
  }

  private Map<String, Object> disputed(HoldKind kind, String... signs) {
    Map<String, Object> facts = facts("2016", true, signs);
    facts.put("dispute", kind.name());
    return decide("OutgoingTransferAnswer", facts);
  }

  @Test
  void theFormOffersEachReasonOnlyWhereItIsAllowed() throws IOException {
    String form = Files.readString(Path.of("forms", "answer-outgoing-transfer.form"));

    for (DenialReason reason : DenialReason.values()) {
      assertThat(form).containsOnlyOnce("contains(reasonsAllowed, \\\"" + reason.name() + "\\\")");
    }
  }

  /** With two reasons exchanged, holder and analysts would read another one than was chosen. */
  @ParameterizedTest
  @EnumSource(DenialReason.class)
  void theFormSendsTheReasonThatItNames(DenialReason reason) throws IOException {
    String form = Files.readString(Path.of("forms", "answer-outgoing-transfer.form"));

    assertThat(form)
        .containsOnlyOnce(
            "{label: \\\"%s\\\", value: \\\"%s\\\"}"
                .formatted(StringUtils.capitalize(reason.words()), reason.name()));
  }

  @ParameterizedTest
  @CsvSource({
    "2016, true, false, ISPAPI, 120, 1440, false, true",
    "2016, true, false, CNR, 120, 1440, false, true",
    "CORD, true, false, ISPAPI, 120, 720, false, false",
    "2016, false, false, ISPAPI, 120, 0, false, false",
    "CORD, false, false, CNR, 120, 0, false, false",
    "2016, true, true, ISPAPI, 120, 0, false, false",
    "2016, false, true, CNR, 144, 0, true, false",
    "CORD, true, true, CNR, 144, 0, true, false"
  })
  void theTermsAreThoseOfTheZoneAndTheWay(
      String version,
      boolean generic,
      boolean toOtherAccount,
      String platform,
      int hours,
      int newName,
      boolean onlyWithCode,
      boolean lockOfChange) {
    Map<String, Object> terms =
        decide(
            "OutgoingTransferTerms",
            Map.of(
                "policyVersion",
                version,
                "requestedOn",
                Date.from(Instant.parse("2026-11-01T00:00:00Z")),
                "generic",
                generic,
                "toOtherAccount",
                toOtherAccount,
                "platform",
                platform));

    assertThat(terms)
        .containsEntry("answerHours", hours)
        .containsEntry("newNameHours", newName)
        .containsEntry("onlyWithCode", onlyWithCode);
    assertThat(((String) terms.get("reasons")).contains("CHANGE_OF_REGISTRANT_LOCK"))
        .isEqualTo(lockOfChange);
  }
}
