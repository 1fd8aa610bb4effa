package io.domainflow.cnr.command;

import static io.domainflow.cnr.command.StatedName.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changes a name, deletes or restores it, and the rules of its zone for that. */
class NameChangesTest {

  @Test
  void readsTheRulesOfAZoneThatRenewsOnCommand() {
    Golden.assertEncoded(new ReadRegistryRules(NAME), "GetZoneInfo", "plain");

    assertThat(Golden.result(new ReadRegistryRules(NAME), "com"))
        .isEqualTo(
            new ReadRegistryRules.Result(
                null,
                true,
                List.of(new Period(1), new Period(2), new Period(3)),
                null,
                Duration.ofDays(30)));
    assertThat(Golden.result(new ReadZoneRules(NAME), "com"))
        .isEqualTo(
            new ReadZoneRules.Result(
                List.of(new Period(1)),
                false,
                RegistrantChangeBy.ICANN_TRADE,
                false,
                EnumSet.allOf(ContactRole.class)));
  }

  /** Its mode renews by one year, whatever periods are listed; a transfer adds nothing. */
  @Test
  void readsTheRulesOfAZoneThatRenewsByItself() {
    ReadRegistryRules.Result rules = Golden.result(new ReadRegistryRules(NAME), "de");

    assertThat(rules.explicitRenewal()).isFalse();
    assertThat(rules.renewalPeriods()).containsExactly(new Period(1));
    assertThat(Golden.result(new ReadZoneRules(NAME), "de").transferPeriods())
        .containsExactly(new Period(0));
  }

  @Test
  void saysWhatChangesAName() {
    Golden.assertEncoded(new HoldDomain(NAME, true), "ModifyDomain", "hold");
    Golden.assertEncoded(new HoldDomain(NAME, false), "ModifyDomain", "release");
    Golden.assertEncoded(
        new UpdateDomain(
            NAME,
            new NameSettings(
                List.of(
                    new Nameserver("ns1.xn--mller-kva.example"), new Nameserver("ns2.example.net")),
                false,
                true,
                null,
                Map.of(ContactRole.TECH, List.of("P-T1", "P-T2"), ContactRole.BILLING, List.of())),
            false),
        "ModifyDomain",
        "settings");
    Golden.assertEncoded(
        new UpdateDomain(NAME, new NameSettings(List.of(), null, null, null, Map.of()), false),
        "ModifyDomain",
        "no-hosts");
    Golden.assertEncoded(
        new ReplaceContacts(
            NAME,
            Map.of(ContactRole.REGISTRANT, "P-A1", ContactRole.BILLING, "P-B2"),
            new AdditionalFields(Map.of("X-CA-LEGAL-TYPE", "CCO"))),
        "ModifyDomain",
        "contacts");
    Golden.assertEncoded(new DeleteDomain(NAME), "DeleteDomain", "now");
    Golden.assertEncoded(
        new RestoreDomain(NAME, RenewalMode.AUTOEXPIRE, null), "RestoreDomain", "plain");
  }

  /** Of what a trade answers too little is known, and an update is not what the zone wants. */
  @Test
  void sendsNoOtherRegistrantToAZoneThatTrades() {
    ScriptedCalls traded = traded().answering("StatusContact", "P-A1", person("Other"));

    assertThatExceptionOfType(ComposedCallFailed.class)
        .isThrownBy(() -> traded.carryOut(replacing(ContactRole.REGISTRANT)))
        .extracting(refused -> refused.answer().reason())
        .isEqualTo(RefusalReason.NOT_OFFERED);
    assertThat(traded.said()).noneMatch(said -> said.contains("ModifyDomain"));
  }

  @Test
  void sendsTheSamePersonsOtherContactAlsoToAZoneThatTrades() {
    ScriptedCalls traded = traded();

    assertThat(traded.carryOut(replacing(ContactRole.REGISTRANT)).pending()).isFalse();
    assertThat(traded.said()).last().asString().contains("ModifyDomain", "OWNERCONTACT0=P-A1");
  }

  @Test
  void asksNoMoreThanTheZoneWhereAnUpdateDoes() {
    ScriptedCalls updated = answering("com");
    updated.carryOut(replacing(ContactRole.REGISTRANT));
    assertThat(updated.said()).hasSize(2);

    ScriptedCalls technical = answering("traded");
    technical.carryOut(replacing(ContactRole.TECH));
    assertThat(technical.said()).hasSize(1);
  }

  private static ScriptedCalls answering(String zone) {
    return new ScriptedCalls()
        .answering("GetZoneInfo", zone)
        .answering("ModifyDomain", new RegistrarResponse(200, "ok", false, Map.of()));
  }

  private static ScriptedCalls traded() {
    return answering("traded")
        .answering(
            "StatusDomain",
            new RegistrarResponse(200, "ok", false, Map.of("OWNERCONTACT", List.of("P-OLD1"))))
        .answering("StatusContact", person("Holder"));
  }

  private static RegistrarResponse person(String lastName) {
    return new RegistrarResponse(
        200, "ok", false, Map.of("FIRSTNAME", List.of("Old"), "LASTNAME", List.of(lastName)));
  }

  private static ReplaceContacts replacing(ContactRole role) {
    return new ReplaceContacts(NAME, Map.of(role, "P-A1"), AdditionalFields.NONE);
  }
}
