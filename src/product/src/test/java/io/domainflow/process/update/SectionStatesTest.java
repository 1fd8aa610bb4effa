package io.domainflow.process.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of each section of an update, and the sections that an approver sees. No engine. */
class SectionStatesTest {

  private static final NameSettings BEFORE =
      settings(List.of("ns1.old.example", "ns2.old.example"), true, true, "P-OLD");

  @Test
  void tellsWhatWasSoFromWhatWasChangedAndWhatIsOpen() {
    NameSettings wanted = settings(List.of("ns1.new.example"), true, false, "P-NEW");
    NameSettings present = settings(List.of("ns1.new.example"), true, true, "P-OLD");

    Map<Section, SectionResult> states =
        SectionStates.of(wanted.sections(), Set.of(), wanted, BEFORE, present, Map.of());

    assertThat(states)
        .containsEntry(Section.NAMESERVERS, result(SectionState.DONE, null))
        .containsEntry(Section.TRANSFER_LOCK, result(SectionState.UNCHANGED, null))
        .containsEntry(Section.PRIVACY, result(SectionState.WANTED, null))
        .containsEntry(Section.CONTACTS, result(SectionState.WANTED, null));
  }

  @Test
  void keepsARefusalAndTheReasonOfWhatIsOpen() {
    NameSettings wanted = settings(List.of("ns1.new.example"), false, true, "P-OLD");
    Map<Section, SectionResult> earlier =
        Map.of(
            Section.NAMESERVERS, result(SectionState.REFUSED, "signed"),
            Section.TRANSFER_LOCK, result(SectionState.WANTED, "not now"));

    Map<Section, SectionResult> states =
        SectionStates.of(wanted.sections(), Set.of(), wanted, BEFORE, BEFORE, earlier);

    assertThat(states)
        .containsAllEntriesOf(earlier)
        .containsEntry(Section.PRIVACY, result(SectionState.UNCHANGED, null));
  }

  @Test
  void leavesOpenWhatIsNotKnownYet() {
    assertThat(
            SectionStates.of(
                Set.of(Section.CONTACTS),
                Set.of(Section.CONTACTS),
                NameSettings.NOTHING,
                BEFORE,
                BEFORE,
                Map.of()))
        .containsEntry(Section.CONTACTS, result(SectionState.WANTED, null));
  }

  @ParameterizedTest
  @CsvSource({
    // lock open, one server stays, privacy off: approval
    "true, false, false, true",
    "true, true, false, false",
    "false, false, true, false",
    "true, true, true, false"
  })
  void approvesWhatOpensTheLockAndLeadsElsewhere(
      boolean open, boolean oneStays, boolean privacyOff, boolean approval) throws IOException {
    NameSettings wanted =
        settings(
            oneStays
                ? List.of("ns1.new.example", "ns2.old.example")
                : List.of("ns1.new.example", "ns2.new.example"),
            !open,
            !privacyOff,
            "P-OLD");
    UpdateRisk risk =
        UpdateRisk.of(
            new Update(
                wanted,
                BEFORE,
                BEFORE,
                SectionStates.of(wanted.sections(), Set.of(), wanted, BEFORE, BEFORE, Map.of()),
                false,
                false),
            List.of());

    assertThat(risk).isEqualTo(new UpdateRisk(!oneStays, open, privacyOff, false, false));
    assertThat(ApproveUpdate.isWanted(decided(risk))).isEqualTo(approval);
  }

  private static Map<String, Object> decided(UpdateRisk risk) throws IOException {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    try (InputStream table = Files.newInputStream(Path.of("processes", "UpdatePolicy.dmn"))) {
      return engine
          .evaluateDecision(
              engine.parseDecision(UpdateRisk.DECISION, table), risk.inputs("sandbox"))
          .getSingleResult()
          .getEntryMap();
    }
  }

  private static SectionResult result(SectionState state, String reason) {
    return new SectionResult(state, reason);
  }

  private static NameSettings settings(
      List<String> hosts, boolean lock, boolean privacy, String admin) {
    return new NameSettings(
        hosts.stream().map(Nameserver::new).toList(),
        lock,
        privacy,
        RenewalMode.AUTOEXPIRE,
        Map.of(ContactRole.ADMIN, List.of(admin)));
  }
}
