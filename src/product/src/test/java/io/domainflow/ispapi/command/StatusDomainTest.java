package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusDomainTest {

  private static final ReadDomain COMMAND = new ReadDomain(DomainName.of("hexonet-domain.com"));

  @Test
  void readsTheStateOfAName() {
    Golden.assertEncoded(COMMAND, "documented");
    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(
            new ReadDomain.Result(
                active("ACTIVE"),
                Instant.parse("2016-09-26T14:53:20Z"),
                Instant.parse("2017-09-26T14:53:20Z"),
                Instant.parse("2018-09-26T14:53:20Z"),
                Instant.parse("2018-11-09T14:53:20Z"),
                Instant.parse("2018-09-21T14:53:20Z"),
                Instant.parse("2017-09-27T14:53:20Z"),
                Optional.of(RenewalMode.AUTORENEW),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                List.of(new Nameserver("ns1.hexonet.net"), new Nameserver("ns2.hexonet.net")),
                "P-TUE1378025",
                List.of("P-TUE1378025"),
                List.of("P-TUE1378025"),
                List.of("P-TUE1378025"),
                "COM",
                false,
                null,
                Optional.of(false),
                false));
  }

  @Test
  void readsALockByItsLatestEndAndDropsTheAuthCode() {
    ReadDomain.Result result = Golden.result(COMMAND, "locked");

    assertThat(result)
        .isEqualTo(
            new ReadDomain.Result(
                active("ACTIVE", "clientTransferProhibited"),
                Instant.parse("2026-01-05T10:00:00Z"),
                Instant.parse("2027-01-05T10:00:00Z"),
                null,
                null,
                null,
                null,
                Optional.of(RenewalMode.AUTOEXPIRE),
                Optional.of(true),
                Optional.of(Instant.parse("2026-03-07T10:00:00Z")),
                Optional.of(Instant.parse("2026-03-07T10:00:00Z")),
                List.of(new Nameserver("ns1.example.net")),
                "P-OWN1",
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                null,
                Optional.empty(),
                false));
    assertThat(result.pendingCreate()).isFalse();
    assertThat(result.toString()).doesNotContain("top-secret-code");
  }

  @Test
  void distinguishesTheLockAfterAChangeOfRegistrantFromTheOrdinaryOne() {
    ReadDomain.Result ordinary =
        statusOf("TRANSFERLOCK-EXPIRATIONDATE", List.of("2026-03-06 10:00:00"));
    ReadDomain.Result none =
        statusOf("TRADE-TRANSFERLOCK-EXPIRATIONDATE", List.of("0000-00-00 00:00:00"));

    assertThat(ordinary.transferLockedUntil()).contains(Instant.parse("2026-03-06T10:00:00Z"));
    assertThat(ordinary.changeLockedUntil()).isEmpty();
    assertThat(none.transferLockedUntil()).isEmpty();
    assertThat(none.changeLockedUntil()).isEmpty();
  }

  @Test
  void readsANameThatIsNotRegisteredYet() {
    ReadDomain.Result result = Golden.result(COMMAND, "pending");

    assertThat(result.pendingCreate()).isTrue();
    assertThat(result.transferLocked()).as("a zone without lock").isEmpty();
    assertThat(result.expiresAt()).isNull();
    assertThat(result.nameservers()).isEmpty();
    assertThat(result.ownerContact()).isNull();
  }

  @Test
  void aRequestForAnActiveNameIsNotItsRegistration() {
    assertThat(statusOf("STATUS", List.of("ACTIVE", "REQUESTED")).pendingCreate()).isFalse();
    assertThat(statusOf("STATUS", List.of("REQUESTED")).pendingCreate()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE,                          ACTIVE",
    "active clientTransferProhibited, ACTIVE",
    "REQUESTEDCREATE,                 PENDING",
    "ACTIVE PENDINGDELETE,            PENDING",
    "requesteddelete,                 PENDING",
    "EXPIRED,                         EXPIRED",
    "DELETED,                         DELETED",
    "somethingElse,                   UNKNOWN"
  })
  void readsTheStateOfTheNameFromTheText(String words, DomainStatus status) {
    assertThat(statusOf("STATUS", List.of(words.split(" "))).state().status()).isEqualTo(status);
  }

  /** What the words say beside the status: on hold here, on hold there, deleting, restoring. */
  @ParameterizedTest
  @CsvSource({
    "ACTIVE,                false, false, false, false",
    "ACTIVE CLIENTHOLD,     true,  false, false, false",
    "ACTIVE serverHold,     false, true,  false, false",
    "ACTIVE PENDINGDELETE,  false, false, true,  false",
    "requesteddelete,       false, false, true,  false",
    "DELETED,               false, false, true,  false",
    "DELETED pendingRestore, false, false, true,  true",
    "ACTIVE REQUESTED,      false, false, false, true",
    "somethingElse,         false, false, false, false"
  })
  void reportsWhatIsUnderWayForTheName(
      String words, boolean onHold, boolean heldByRegistry, boolean deleting, boolean restoring) {
    List<String> status = List.of(words.split(" "));
    DomainState state = statusOf("STATUS", status).state();

    assertThat(state.words()).isEqualTo(status);
    assertThat(state.onHold()).isEqualTo(onHold);
    assertThat(state.heldByRegistry()).isEqualTo(heldByRegistry);
    assertThat(state.deleting()).isEqualTo(deleting);
    assertThat(state.restoring()).isEqualTo(restoring);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTORENEW,AUTORENEW",
    "renew,AUTORENEW",
    "DEFAULT,AUTORENEW",
    "AutoExpire,AUTOEXPIRE",
    "expire,AUTOEXPIRE",
    "AUTODELETE,AUTODELETE",
    "delete,AUTODELETE"
  })
  void readsARenewalModeInEverySpelling(String text, RenewalMode mode) {
    assertThat(statusOf("RENEWALMODE", List.of(text)).renewalMode()).contains(mode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AUTORENEWMONTHLY", "RENEWONCE"})
  void hasNoRenewalModeUnlessItIsOneOfOurs(String text) {
    assertThat(statusOf("RENEWALMODE", List.of(text)).renewalMode()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "name.com, X-ACCEPT-WHOISTRUSTEE-TAC, 1,   true",
    "name.com, X-ACCEPT-WHOISTRUSTEE-TAC, 0,   false",
    "name.com, X-ACCEPT-WHOISTRUSTEE-TAC, '',",
    "name.com, X-CA-DISCLOSE,             1,",
    "name.ca,  X-CA-DISCLOSE,             1,   false",
    "name.ca,  X-CA-DISCLOSE,             0,   true",
    "name.ca,  X-CA-LEGALTYPE,            CCT, true",
    "name.ca,  X-CA-LEGALTYPE,            CCO,",
    "name.ca,  X-ACCEPT-WHOISTRUSTEE-TAC, 0,"
  })
  void readsThePrivacyOfAName(String name, String property, String value, Boolean privacy) {
    assertThat(statusOf(DomainName.of(name), property, List.of(value)).privacy())
        .isEqualTo(Optional.ofNullable(privacy));
  }

  @ParameterizedTest
  @CsvSource({"SECDNS-DS, true", "SECDNS-KEY, true", "NAMESERVER, false"})
  void knowsANameWhoseKeysStandAtTheRegistry(String property, boolean signed) {
    assertThat(statusOf(property, List.of("12345 13 2 AB")).signed()).isEqualTo(signed);
    assertThat(statusOf(property, List.of("")).signed()).isFalse();
  }

  /** They are ordered without a number and can be shown with one. */
  @Test
  void readsTheServersOfTheRegistrarAsTheyAreOrdered() {
    assertThat(
            statusOf("NAMESERVER", List.of("NS1123.ispapi.net", "ns4.ispapi.net", "ns1x.test"))
                .settings()
                .nameservers())
        .containsExactly(
            new Nameserver("ns1.ispapi.net"),
            new Nameserver("ns4.ispapi.net"),
            new Nameserver("ns1x.test"));
  }

  @Test
  void saysHowANameIsSetUp() {
    assertThat(Golden.result(COMMAND, "documented").settings())
        .isEqualTo(
            new NameSettings(
                List.of(new Nameserver("ns1.hexonet.net"), new Nameserver("ns2.hexonet.net")),
                false,
                false,
                RenewalMode.AUTORENEW,
                Stream.of(ContactRole.values())
                    .collect(Collectors.toMap(role -> role, role -> List.of("P-TUE1378025")))));
    assertThat(Golden.result(COMMAND, "pending").settings().sections())
        .doesNotContain(Section.TRANSFER_LOCK, Section.PRIVACY);
  }

  private static DomainState active(String... words) {
    return new DomainState(List.of(words), DomainStatus.ACTIVE, false, false, false, false, false);
  }

  private static ReadDomain.Result statusOf(String property, List<String> values) {
    return statusOf(COMMAND.domain(), property, values);
  }

  private static ReadDomain.Result statusOf(DomainName name, String property, List<String> values) {
    return IspapiCodecs.encode(new ReadDomain(name))
        .result(new RegistrarResponse(200, "ok", false, Map.of(property, values)));
  }
}
