package io.domainflow.cnr.command;

import static io.domainflow.cnr.command.StatedName.NAME;
import static io.domainflow.cnr.command.StatedName.READ;
import static io.domainflow.cnr.command.StatedName.stated;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is read with its dates and its mode, alone or in a list. */
class NameReadingTest {

  private static final CnrDomainStatus STATED = new CnrDomainStatus(NAME);

  @Test
  void readsAName() {
    Golden.assertEncoded(STATED, "StatusDomain", "plain");

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
    return CnrCodecs.encode(new CnrDomainStatus(name))
        .result(new RegistrarResponse(200, "ok", false, Map.of(property, List.of(value))))
        .rest();
  }

  @Test
  void believesOnlyAnAnswerAboutTheName() {
    assertThat(CnrCodecs.encode(STATED).isAnsweredBy(stating("müller.com"))).isTrue();
    assertThat(CnrCodecs.encode(STATED).isAnsweredBy(stating("XN--MLLER-KVA.COM"))).isTrue();
    assertThat(CnrCodecs.encode(STATED).isAnsweredBy(stating("other.com"))).isFalse();
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
    RegistrarResponse answer = stated("2027-03-01", "2027-03-01", "2027-04-05", "DEFAULT");
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
    RegistrarResponse answer = stated("2027-03-01", "2027-03-01", "2027-04-05", "RENEWONCE");
    ScriptedCalls calls = new ScriptedCalls().answering("StatusDomain", answer);

    assertThat(calls.at("2027-04-04T00:00:00Z").carryOut(READ).state().restoring()).isFalse();
    assertThat(calls.carryOut(READ).renewalOrdered()).isTrue();
    assertThat(calls.at("2027-04-05T00:00:00Z").carryOut(READ).state())
        .matches(DomainState::restoring)
        .extracting(DomainState::status)
        .isEqualTo(DomainStatus.PENDING);
  }

  /** What older rules make of these letters is another name, which somebody else may have. */
  @ParameterizedTest
  @CsvSource({"straße.com, xn--strae-oqa.com", "müller.com, müller.com", "plain.com, plain.com"})
  void aNameThatCanBeReadInTwoWaysIsSentAsALabels(String name, String sent) {
    assertThat(Spelling.of(DomainName.of(name))).isEqualTo(sent);
  }

  @Test
  void anAnswerAboutAnotherNameSaysNothingOfThisOne() {
    RegistrarResponse answer =
        new RegistrarResponse(
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

  private static ReadDomain.Result read(RegistrarResponse answer) {
    return new ScriptedCalls().answering("StatusDomain", answer).carryOut(READ);
  }

  private static RegistrarResponse stating(String domain) {
    return new RegistrarResponse(200, "ok", false, Map.of("DOMAIN", List.of(domain)));
  }

  @Test
  void listsNamesWithTheirModes() {
    Golden.assertEncoded(new ListedNames(250, 250, false), "QueryDomainList", "second-part");
    Golden.assertEncoded(new ListedNames(250, 250, true), "QueryDomainList", "all");
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("QueryDomainList", "known")
            .answering(
                "StatusRegistrar",
                new RegistrarResponse(
                    200, "ok", false, Map.of("RENEWALMODE", List.of("AUTORENEW"))));

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
                new RegistrarResponse(
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
}
