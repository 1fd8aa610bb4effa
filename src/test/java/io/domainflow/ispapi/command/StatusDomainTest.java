package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusDomainTest {

  private static final StatusDomain COMMAND = new StatusDomain(DomainName.of("hexonet-domain.com"));

  @Test
  void readsTheStateOfAName() {
    Golden.assertWireForm(COMMAND, "documented");
    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(
            new StatusDomain.Result(
                List.of("ACTIVE"),
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
                null));
  }

  @Test
  void readsALockByItsLatestEndAndDropsTheAuthCode() {
    StatusDomain.Result result = Golden.result(COMMAND, "locked");

    assertThat(result)
        .isEqualTo(
            new StatusDomain.Result(
                List.of("ACTIVE", "clientTransferProhibited"),
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
                null));
    assertThat(result.pendingCreate()).isFalse();
    assertThat(result.toString()).doesNotContain("top-secret-code");
  }

  @Test
  void tellsTheLockAfterAChangeOfRegistrantFromTheOrdinaryOne() {
    StatusDomain.Result ordinary =
        statusOf("TRANSFERLOCK-EXPIRATIONDATE", List.of("2026-03-06 10:00:00"));
    StatusDomain.Result none =
        statusOf("TRADE-TRANSFERLOCK-EXPIRATIONDATE", List.of("0000-00-00 00:00:00"));

    assertThat(ordinary.transferLockedUntil()).contains(Instant.parse("2026-03-06T10:00:00Z"));
    assertThat(ordinary.changeLockedUntil()).isEmpty();
    assertThat(none.transferLockedUntil()).isEmpty();
    assertThat(none.changeLockedUntil()).isEmpty();
  }

  @Test
  void readsANameThatIsNotRegisteredYet() {
    StatusDomain.Result result = Golden.result(COMMAND, "pending");

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
  void tellsHowTheNameStandsByTheWordsOnly(String words, DomainStatus status) {
    assertThat(statusOf("STATUS", List.of(words.split(" "))).domainStatus()).isEqualTo(status);
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
  void knowsNoRenewalModeThatIsNotOneOfOurs(String text) {
    assertThat(statusOf("RENEWALMODE", List.of(text)).renewalMode()).isEmpty();
  }

  private static StatusDomain.Result statusOf(String property, List<String> values) {
    return COMMAND.result(new IspapiResponse(200, "ok", false, Map.of(property, values)));
  }
}
