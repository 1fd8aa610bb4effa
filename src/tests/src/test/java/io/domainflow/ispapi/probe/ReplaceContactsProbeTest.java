package io.domainflow.ispapi.probe;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.ReplaceContacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The probe finds out whether contacts were replaced. */
@DomainflowTest
class ReplaceContactsProbeTest {

  private static final ProbeResult<ReplaceContacts.Result> NO_TRACE = new ProbeResult.NoTrace<>();

  private final ReplaceContactsProbe probe;
  private final ScriptedRegistrar registrar;

  private final DomainName name = DomainName.of(freshName("com"));
  private final ReplaceContacts everybody =
      new ReplaceContacts(
          name,
          Map.of(
              ContactRole.REGISTRANT, "P-NEW1",
              ContactRole.ADMIN, "P-NEW2",
              ContactRole.TECH, "P-NEW3",
              ContactRole.BILLING, "P-NEW4"),
          AdditionalFields.NONE);
  private final Intent intent;

  @Autowired
  ReplaceContactsProbeTest(
      ReplaceContactsProbe probe, Clock clock, ApplicationContext application) {
    this.probe = probe;
    this.registrar = new ScriptedRegistrar(application);
    Instant now = clock.instant();
    this.intent =
        new Intent(
            1,
            UUID.randomUUID(),
            registrar.account(),
            "ReplaceContacts",
            "ModifyDomain",
            now,
            true,
            now,
            null);
  }

  @AfterEach
  void close() {
    registrar.close();
  }

  @Test
  void findsTheContactsAtTheName() {
    contacts("p-new1", "P-NEW2", "P-NEW3", "P-NEW4");

    assertThat(probe(everybody))
        .isEqualTo(
            new ProbeResult.Executed<>(
                new ReplaceContacts.Result(false, "Command completed successfully")));
    assertThat(registrar.commands()).containsExactly("StatusDomain");
  }

  @Test
  void aContactThatHasNotChangedIsNoTrace() {
    for (int old = 0; old < 4; old++) {
      String[] handles = {"P-NEW1", "P-NEW2", "P-NEW3", "P-NEW4"};
      handles[old] = "P-OLD";
      contacts(handles);

      assertThat(probe(everybody)).as("contact " + old).isEqualTo(NO_TRACE);
    }
  }

  @Test
  void looksOnlyAtTheContactsThatWereToBeReplaced() {
    contacts("P-OLD", "P-OLD", "P-NEW3", "P-OLD");

    assertThat(
            probe(
                new ReplaceContacts(
                    name, Map.of(ContactRole.TECH, "P-NEW3"), AdditionalFields.NONE)))
        .isInstanceOf(ProbeResult.Executed.class);
    assertThat(
            probe(
                new ReplaceContacts(
                    name, Map.of(ContactRole.ADMIN, "P-NEW2"), AdditionalFields.NONE)))
        .isEqualTo(NO_TRACE);
    assertThat(registrar.commands())
        .as("without a new registrant there is no change of one")
        .doesNotContain("StatusDomainTrade");
  }

  @Test
  void findsTheChangeOfRegistrantThatItCaused() {
    contacts("P-OLD", "P-NEW2", "P-NEW3", "P-NEW4");
    trade("P-NEW1", Duration.ofSeconds(1));

    assertThat(probe(everybody))
        .isEqualTo(new ProbeResult.Executed<>(new ReplaceContacts.Result(true, "trade pending")));
  }

  @Test
  void aChangeToSomebodyElseOrFromBeforeIsNotOurs() {
    contacts("P-OLD", "P-NEW2", "P-NEW3", "P-NEW4");
    trade("P-OTHER", Duration.ofSeconds(1));
    assertThat(probe(everybody)).isEqualTo(NO_TRACE);

    trade("P-NEW1", Duration.ofHours(-1));
    assertThat(probe(everybody)).isEqualTo(NO_TRACE);
  }

  @ParameterizedTest
  @ValueSource(ints = {531, 545})
  void aNameThatIsNotHereHasNotBeenChanged(int code) {
    registrar.answer("StatusDomain", code, "no");

    assertThat(probe(everybody)).isEqualTo(NO_TRACE);
  }

  @Test
  void anAnswerThatSaysNothingLeavesTheDoubt() {
    registrar.answer("StatusDomain", 503, "Invalid attribute name");
    assertThat(probe(everybody)).isInstanceOf(ProbeResult.Inconclusive.class);

    contacts("P-OLD", "P-OLD", "P-OLD", "P-OLD");
    registrar.answer("StatusDomainTrade", 503, "Invalid attribute name");
    assertThat(probe(everybody)).isInstanceOf(ProbeResult.Inconclusive.class);
  }

  private ProbeResult<ReplaceContacts.Result> probe(ReplaceContacts command) {
    return probe.probe(command, intent, registrar.reader());
  }

  private void contacts(String... handles) {
    registrar.answer(
        "StatusDomain",
        200,
        "Command completed successfully",
        "PROPERTY[OWNERCONTACT][0]=" + handles[0],
        "PROPERTY[ADMINCONTACT][0]=" + handles[1],
        "PROPERTY[TECHCONTACT][0]=" + handles[2],
        "PROPERTY[BILLINGCONTACT][0]=" + handles[3]);
  }

  private void trade(String owner, Duration afterTheIntent) {
    registrar.answer(
        "StatusDomainTrade",
        200,
        "Command completed successfully",
        "PROPERTY[TRANSFERSTATUS][0]=REQUESTED",
        "PROPERTY[OWNERCONTACT][0]=" + owner,
        "PROPERTY[CREATEDDATE][0]=" + CommandText.date(intent.intendedAt().plus(afterTheIntent)));
  }
}
