package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.UpdateDomain;
import io.domainflow.wire.protocol.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static final DomainName NAME = DomainName.of("müller.com");
  private static final ReadDomain READ = new ReadDomain(NAME);
  private static final CnrDomainStatus STATED = new CnrDomainStatus(NAME);
  private static final WireResponse NOBODY_LEFT = new WireResponse(200, "ok", false, Map.of());

  @Test
  void readsAName() {
    Golden.assertWireForm(STATED, "StatusDomain", "plain");

    ReadDomain.Result domain = read("known");

    assertThat(domain.state().status()).isEqualTo(DomainStatus.ACTIVE);
    assertThat(domain.createdAt()).isEqualTo("2024-03-01T10:00:00Z");
    assertThat(domain.expiresAt()).isEqualTo("2027-03-01T10:00:00Z");
    assertThat(domain.paidUntil()).isEqualTo("2027-03-01T10:00:00Z");
    assertThat(domain.failureDate()).isEqualTo("2027-04-05T10:00:00Z");
    assertThat(domain.accountingDate()).isNull();
    assertThat(domain.renewalMode()).contains(RenewalMode.AUTOEXPIRE);
    assertThat(domain.transferLocked()).contains(true);
    assertThat(domain.transferLockedUntil()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(domain.nameservers())
        .containsExactly(new Nameserver("ns1.example.net"), new Nameserver("ns2.example.net"));
    assertThat(domain.ownerContact()).isEqualTo("P-A1");
    assertThat(domain.techContacts()).containsExactly("P-T1");
    assertThat(domain.priceClass()).isEqualTo("com");
    assertThat(domain.ownPrice()).isFalse();
    assertThat(domain.privacy()).as("not stated").isEmpty();
    assertThat(domain.signed()).isFalse();
    assertThat(domain.settings().contacts())
        .containsEntry(ContactRole.REGISTRANT, List.of("P-A1"))
        .containsEntry(ContactRole.TECH, List.of("P-T1"));
  }

  /**
   * A renewal that was ordered so must neither be ordered twice nor be taken for an automatic one.
   */
  @Test
  void aRenewalOrderedByItsModeCountsAsPaid() {
    ReadDomain.Result domain = read("renew-once");

    assertThat(domain.expiresAt()).isEqualTo("2027-03-01T10:00:00Z");
    assertThat(domain.paidUntil()).isEqualTo("2028-03-01T10:00:00Z");
    assertThat(domain.finalizationDate()).isEqualTo("2027-04-05T10:00:00Z");
    assertThat(domain.accountingDate()).isNull();
    assertThat(domain.failureDate()).isNull();
  }

  @Test
  void knowsANameWithAPriceOfItsOwn() {
    ReadDomain.Result domain = read("premium");

    assertThat(domain.priceClass()).isEqualTo("premium");
    assertThat(domain.ownPrice()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "müller.com, X-WHOIS-PRIVACY, 1,   true",
    "müller.com, X-WHOISPRIVACY,  0,   false",
    "müller.com, X-WHOIS-PRIVACY, '',",
    "müller.com, X-CA-DISCLOSE,   1,",
    "müller.ca,  X-CA-DISCLOSE,   1,   false",
    "müller.ca,  X-CA-DISCLOSE,   0,   true",
    "müller.ca,  X-CA-LEGAL-TYPE, CCT, true",
    "müller.ca,  X-CA-LEGAL-TYPE, CCO,",
    "müller.ca,  X-WHOIS-PRIVACY, 1,"
  })
  void readsThePrivacyOfAName(String name, String property, String value, Boolean privacy) {
    assertThat(stating(DomainName.of(name), property, value).privacy())
        .isEqualTo(Optional.ofNullable(privacy));
  }

  @ParameterizedTest
  @CsvSource({"DNSSECDSDATA, true", "DNSSEC, true", "NAMESERVER, false"})
  void knowsANameWhoseKeysStandAtTheRegistry(String property, boolean signed) {
    assertThat(stating(NAME, property, "12345 13 2 AB").signed()).isEqualTo(signed);
  }

  private static ReadDomain.Result stating(DomainName name, String property, String value) {
    return CnrWires.said(new CnrDomainStatus(name))
        .result(new WireResponse(200, "ok", false, Map.of(property, List.of(value))))
        .rest();
  }

  @Test
  void believesOnlyAnAnswerAboutTheName() {
    assertThat(CnrWires.said(STATED).isAnsweredBy(stating("müller.com"))).isTrue();
    assertThat(CnrWires.said(STATED).isAnsweredBy(stating("XN--MLLER-KVA.COM"))).isTrue();
    assertThat(CnrWires.said(STATED).isAnsweredBy(stating("other.com"))).isFalse();
  }

  /** At 35 days before the renewal date it looks as if it were renewed. */
  @Test
  void aPeriodEndsWhereItIsPaidNotWhereTheRegistryHasCountedUp() {
    ReadDomain.Result domain = read(stated("2028-03-01", "2027-03-01", "2027-04-05", "AUTOEXPIRE"));

    assertThat(domain.expiresAt()).isEqualTo("2027-03-01T00:00:00Z");
    assertThat(domain.paidUntil()).isEqualTo("2027-03-01T00:00:00Z");
    assertThat(domain.failureDate()).isEqualTo("2027-04-05T00:00:00Z");
  }

  @Test
  void whereNothingSaysWhatIsPaidTheRenewalDateTells() {
    Optional<RenewalMode> none = Optional.empty();
    Instant counted = Instant.parse("2028-03-01T00:00:00Z");

    assertThat(NameDates.of(counted, null, Instant.parse("2027-04-05T00:00:00Z"), "", none))
        .extracting(NameDates::expiresAt)
        .isEqualTo(Instant.parse("2027-03-01T00:00:00Z"));
    assertThat(NameDates.of(counted, null, Instant.parse("2028-04-05T00:00:00Z"), "", none))
        .extracting(NameDates::expiresAt)
        .isEqualTo(counted);
    assertThat(NameDates.of(counted, null, Instant.parse("2028-01-05T00:00:00Z"), "", none))
        .extracting(NameDates::expiresAt)
        .isEqualTo(counted);
  }

  @Test
  void theAccountSaysWhatADefaultModeMeans() {
    WireResponse answer = stated("2027-03-01", "2027-03-01", "2027-04-05", "DEFAULT");
    ScriptedCalls calls =
        new ScriptedCalls().answering("StatusDomain", answer).answering("StatusRegistrar", "known");

    ReadDomain.Result domain = calls.carryOut(READ);

    assertThat(calls.said()).last().isEqualTo("StatusRegistrar\nREGISTRAR=test.user");
    assertThat(domain.renewalMode()).contains(RenewalMode.AUTOEXPIRE);
    assertThat(domain.failureDate()).isEqualTo("2027-04-05T00:00:00Z");
    ReadDomain.Result unknown = read(answer);
    assertThat(unknown.renewalMode()).isEmpty();
    assertThat(unknown.failureDate()).isNull();
    assertThat(unknown.accountingDate()).isNull();
  }

  @Test
  void aRenewalThatWasOrderedIsCarriedOutOnceItsDateIsOver() {
    WireResponse answer = stated("2027-03-01", "2027-03-01", "2027-04-05", "RENEWONCE");
    ScriptedCalls calls = new ScriptedCalls().answering("StatusDomain", answer);

    assertThat(calls.at("2027-04-04T00:00:00Z").carryOut(READ).state().restoring()).isFalse();
    assertThat(calls.carryOut(READ).renewalOrdered()).isTrue();
    assertThat(calls.at("2027-04-05T00:00:00Z").carryOut(READ).state())
        .matches(DomainState::restoring)
        .extracting(DomainState::status)
        .isEqualTo(DomainStatus.PENDING);
  }

  @Test
  void aSuspendedNameHasExpiredUnlessTheListOfDeletedNamesHasIt() {
    WireResponse answer =
        stated("2028-03-01", "2027-03-01", "2027-04-05", "AUTOEXPIRE", "pendingDelete");
    ScriptedCalls calls = new ScriptedCalls().answering("StatusDomain", answer);

    assertThat(calls.at("2027-04-07T00:00:00Z").carryOut(READ).state().suspendedBeforeDeletion())
        .as("a list that cannot be read says nothing")
        .isFalse();
    calls.answering("QueryDomainHistoryList", NOBODY_LEFT);
    assertThat(calls.carryOut(READ).state())
        .matches(DomainState::suspendedBeforeDeletion)
        .matches(DomainState::deleting);
    assertThat(calls.at("2027-02-07T00:00:00Z").carryOut(READ).state().status())
        .as("in the middle of its period")
        .isEqualTo(DomainStatus.PENDING);
    calls.answering("QueryDomainHistoryList", left("pendingDelete"));
    assertThat(calls.at("2027-04-07T00:00:00Z").carryOut(READ).state().status())
        .isEqualTo(DomainStatus.PENDING);
  }

  /** Taken for «deleted», a trouble of one call would end the renewal that saves the name. */
  @ParameterizedTest
  @CsvSource({
    "420, Command failed due to server error",
    "421, Command failed due to server error",
    "422, Abuse detected",
    "423, Command failed due to internal server error",
    "530, Authentication failed",
    "535, Address not allowed"
  })
  void aListOfDeletedNamesThatIsNotAnsweredSaysNothingOfTheName(int code, String description) {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "StatusDomain",
                stated("2028-03-01", "2027-03-01", "2027-04-05", "AUTOEXPIRE", "pendingDelete"))
            .failing("QueryDomainHistoryList", code, description)
            .at("2027-04-07T00:00:00Z");

    assertThatThrownBy(() -> calls.carryOut(READ))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            unanswered -> assertThat(unanswered.answer().code()).isEqualTo(code));
  }

  /** Words that RFC 5731 and RFC 3915 have for registered names. */
  @ParameterizedTest
  @CsvSource({
    "inactive, ACTIVE",
    "addPeriod, ACTIVE",
    "autoRenewPeriod, ACTIVE",
    "pendingTransfer, ACTIVE",
    "pendingUpdate, ACTIVE",
    "something else, UNKNOWN"
  })
  void aNameWithAWordOfTheRegistriesIsRegistered(String word, DomainStatus status) {
    assertThat(StatusWords.state(List.of("clientTransferProhibited", word)).status())
        .isEqualTo(status);
  }

  /** What older rules make of these letters is another name, which somebody else may have. */
  @ParameterizedTest
  @CsvSource({"straße.com, xn--strae-oqa.com", "müller.com, müller.com", "plain.com, plain.com"})
  void aNameThatCanBeReadInTwoWaysIsSentAsALabels(String name, String sent) {
    assertThat(Spelling.of(DomainName.of(name))).isEqualTo(sent);
  }

  @Test
  void anAnswerAboutAnotherNameSaysNothingOfThisOne() {
    WireResponse answer =
        new WireResponse(
            200,
            "ok",
            false,
            Map.of(
                "DOMAIN", List.of("strasse.com"), "DOMAINCHECK", List.of("210 Domain available")));
    ScriptedCalls calls = new ScriptedCalls().answering("CheckDomains", answer);

    assertThat(calls.carryOut(new CheckDomains(List.of(DomainName.of("straße.com")))).names())
        .extracting(CheckDomains.Availability::kind)
        .containsExactly(CheckDomains.Availability.Kind.NOT_CHECKED);
  }

  private static ReadDomain.Result read(String file) {
    return new ScriptedCalls().answering("StatusDomain", file).carryOut(READ);
  }

  private static ReadDomain.Result read(WireResponse answer) {
    return new ScriptedCalls().answering("StatusDomain", answer).carryOut(READ);
  }

  private static WireResponse stated(
      String expires, String paidUntil, String renewal, String mode, String... status) {
    return new WireResponse(
        200,
        "ok",
        false,
        Map.of(
            "DOMAIN", List.of(NAME.ascii()),
            "REGISTRATIONEXPIRATIONDATE", List.of(expires + " 00:00:00.0"),
            "PAIDUNTILDATE", List.of(paidUntil + " 00:00:00.0"),
            "RENEWALDATE", List.of(renewal + " 00:00:00.0"),
            "RENEWALMODE", List.of(mode),
            "STATUS", status.length == 0 ? List.of("ACTIVE") : List.of(status)));
  }

  private static WireResponse left(String status) {
    return new WireResponse(
        200, "ok", false, Map.of("DOMAIN", List.of(NAME.ascii()), "STATUS", List.of(status)));
  }

  private static WireResponse stating(String domain) {
    return new WireResponse(200, "ok", false, Map.of("DOMAIN", List.of(domain)));
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, ACTIVE, false, false",
    "ok, ACTIVE, false, false",
    "clientTransferProhibited, ACTIVE, false, false",
    "REQUESTED, PENDING, true, false",
    "pending create, PENDING, true, false",
    "pendingDelete, PENDING, false, true",
    "redemptionPeriod, DELETED, false, true",
    "something new, UNKNOWN, false, false"
  })
  void readsTheStatus(String word, DomainStatus status, boolean pendingCreate, boolean deleting) {
    DomainState state = StatusWords.state(List.of(word));

    assertThat(state.status()).isEqualTo(status);
    assertThat(state.pendingCreate()).isEqualTo(pendingCreate);
    assertThat(state.deleting()).isEqualTo(deleting);
  }

  @ParameterizedTest
  @CsvSource({"pendingDelete, redemptionPeriod, DELETED", "pendingDelete, pendingRestore, PENDING"})
  void aNameThatCanBeRestoredIsDeletedUntilItIsBeingRestored(
      String status, String ofTheDaysOfGrace, DomainStatus read) {
    assertThat(StatusWords.state(List.of(status, ofTheDaysOfGrace)).status()).isEqualTo(read);
  }

  /** The next query asks whether it can be restored. */
  @Test
  void aNameThatIsShownAsDeletedIsNotThere() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "StatusDomain",
                new WireResponse(
                    200,
                    "ok",
                    false,
                    Map.of(
                        "DOMAIN", List.of(NAME.ascii()), "STATUS", List.of("redemptionPeriod"))));

    assertThatThrownBy(() -> calls.carryOut(READ))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            unanswered ->
                assertThat(unanswered.answer().reason()).isEqualTo(RefusalReason.NOT_FOUND));
  }

  @Test
  void readsOfTheDaysOfGraceOnlyWhatSaysThatANameIsDeleted() {
    assertThat(
            StatusWords.of(
                new WireResponse(
                    200,
                    "ok",
                    false,
                    Map.of(
                        "STATUS", List.of("ACTIVE"),
                        "RGPSTATUS", List.of("addPeriod", "pendingRestore")))))
        .containsExactly("ACTIVE", "pendingRestore");
  }

  @Test
  void aNameOnHoldIsActive() {
    DomainState state = StatusWords.state(List.of("clientHold"));

    assertThat(state.onHold()).isTrue();
    assertThat(state.status()).isEqualTo(DomainStatus.ACTIVE);
  }

  @Test
  void listsNamesWithTheirModes() {
    Golden.assertWireForm(new ListedNames(250, 250, false), "QueryDomainList", "second-part");
    Golden.assertWireForm(new ListedNames(250, 250, true), "QueryDomainList", "all");
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("QueryDomainList", "known")
            .answering(
                "StatusRegistrar",
                new WireResponse(200, "ok", false, Map.of("RENEWALMODE", List.of("AUTORENEW"))));

    ListDomains.Result list = calls.carryOut(new ListDomains(0));

    assertThat(calls.said()).hasSize(3);
    assertThat(list.complete()).isTrue();
    assertThat(list.names().get(0).renewalMode()).contains(RenewalMode.AUTORENEW);
    assertThat(list.names().get(0).accountingDate()).isEqualTo("2027-04-05T10:00:00Z");
    assertThat(list.names().get(0).priceClass()).isEqualTo("com");
    assertThat(list.names().get(0).ownerContacts()).containsExactly("P-A1");
    assertThat(list.names().get(0).updatedAt()).isEqualTo("2026-11-02T09:30:00Z");
    assertThat(list.names().get(0).settings())
        .isEqualTo(
            new NameSettings(
                List.of(new Nameserver("ns1.example.net"), new Nameserver("ns2.example.net")),
                null,
                null,
                RenewalMode.AUTORENEW,
                Map.of(ContactRole.REGISTRANT, List.of("P-A1"))));
    assertThat(list.names().get(1).settings().nameservers()).as("not stated").isNull();
    assertThat(list.names().get(1).transferLocked()).contains(true);
    assertThat(list.names().get(1).statedMode()).isEqualTo("RENEWONCETHENAUTOEXPIRE");
    assertThat(list.names().get(1).renewalMode()).contains(RenewalMode.AUTOEXPIRE);
    assertThat(list.names().get(1).paidUntil()).isEqualTo("2028-03-01T10:00:00Z");
    assertThat(list.names().get(1).state().words())
        .containsExactly("ACTIVE", "clientTransferProhibited");
  }

  /** Deleted names are in another list. */
  @Test
  void listsASuspendedNameAsExpired() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "QueryDomainList",
                new WireResponse(
                    200,
                    "ok",
                    false,
                    Map.of(
                        "DOMAIN", List.of("a.com"),
                        "DOMAINREGISTRATIONEXPIRATIONDATE", List.of("2028-03-01 10:00:00.0"),
                        "DOMAINRENEWALDATE", List.of("2027-04-05 10:00:00.0"),
                        "DOMAINSTATUS", List.of("pendingDelete"),
                        "RENEWALMODE", List.of("AUTOEXPIRE"))));

    ListDomains.Name name =
        calls.at("2027-04-07T10:00:00Z").carryOut(new ListDomains(0)).names().get(0);

    assertThat(name.expiresAt()).isEqualTo("2027-03-01T10:00:00Z");
    assertThat(name.state().suspendedBeforeDeletion()).isTrue();
  }

  @Test
  void findsADeletedNameInTheHistory() {
    Golden.assertWireForm(
        new ListedDeletion(NAME, Instant.parse("2026-08-03T10:00:00Z")),
        "QueryDomainHistoryList",
        "plain");
    ScriptedCalls calls = new ScriptedCalls().answering("QueryDomainHistoryList", "known");

    assertThat(calls.carryOut(new ReadDeletedDomain(NAME)))
        .isEqualTo(
            new ReadDeletedDomain.Result(true, Instant.parse("2026-12-24T10:00:00Z"), false));
    assertThat(calls.said()).last().asString().contains("MINDATE=2026-08-03 10:00:00");
    assertThat(calls.carryOut(new ReadDeletedDomain(DomainName.of("other.com"))))
        .isEqualTo(new ReadDeletedDomain.Result(false, null, false));
    calls.answering("QueryDomainHistoryList", left("pendingRestore"));
    assertThat(calls.carryOut(new ReadDeletedDomain(NAME)))
        .isEqualTo(new ReadDeletedDomain.Result(false, null, true));
  }

  @Test
  void readsTheRulesOfAZoneThatRenewsOnCommand() {
    Golden.assertWireForm(new ReadRegistryRules(NAME), "GetZoneInfo", "plain");

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
    Golden.assertWireForm(new HoldDomain(NAME, true), "ModifyDomain", "hold");
    Golden.assertWireForm(new HoldDomain(NAME, false), "ModifyDomain", "release");
    Golden.assertWireForm(
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
    Golden.assertWireForm(
        new UpdateDomain(NAME, new NameSettings(List.of(), null, null, null, Map.of()), false),
        "ModifyDomain",
        "no-hosts");
    Golden.assertWireForm(
        new ReplaceContacts(
            NAME,
            Map.of(ContactRole.REGISTRANT, "P-A1", ContactRole.BILLING, "P-B2"),
            new AdditionalFields(Map.of("X-CA-LEGAL-TYPE", "CCO"))),
        "ModifyDomain",
        "contacts");
    Golden.assertWireForm(new DeleteDomain(NAME), "DeleteDomain", "now");
    Golden.assertWireForm(
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
        .answering("ModifyDomain", new WireResponse(200, "ok", false, Map.of()));
  }

  private static ScriptedCalls traded() {
    return answering("traded")
        .answering(
            "StatusDomain",
            new WireResponse(200, "ok", false, Map.of("OWNERCONTACT", List.of("P-OLD1"))))
        .answering("StatusContact", person("Holder"));
  }

  private static WireResponse person(String lastName) {
    return new WireResponse(
        200, "ok", false, Map.of("FIRSTNAME", List.of("Old"), "LASTNAME", List.of(lastName)));
  }

  private static ReplaceContacts replacing(ContactRole role) {
    return new ReplaceContacts(NAME, Map.of(role, "P-A1"), AdditionalFields.NONE);
  }
}
