package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ListBookings.Booking;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries about an account as a whole. */
class AccountQueriesTest {

  private static final ReadBalance ACCOUNT = new ReadBalance();
  private static final ReadDefaultRenewalMode ENVIRONMENT = new ReadDefaultRenewalMode();

  @Test
  void readsWhatTheAccountHasToSpend() {
    Golden.assertEncoded(ACCOUNT, "documented");
    ReadBalance.Result account = Golden.result(ACCOUNT, "documented");

    assertThat(account.balance()).contains(Money.of("217458.12", "EUR"));
    assertThat(account.available()).contains(Money.of("1217458.12", "EUR"));
  }

  @Test
  void readsANegativeBalanceWithCredit() {
    Map<String, List<String>> onCredit =
        Map.of("AMOUNT", List.of("-7.00"), "CREDIT", List.of("10.00"), "CURRENCY", List.of("EUR"));

    assertThat(
            IspapiCodecs.encode(ACCOUNT)
                .result(new RegistrarResponse(200, "ok", false, onCredit))
                .available())
        .contains(Money.of("3.00", "EUR"));
  }

  @Test
  void hasNoBalanceIfItIsUnreadable() {
    Map<String, List<String>> odd = Map.of("AMOUNT", List.of("much"), "CURRENCY", List.of("EUR"));

    assertThat(
            IspapiCodecs.encode(ACCOUNT)
                .result(new RegistrarResponse(200, "ok", false, odd))
                .available())
        .isEmpty();
  }

  /** In the sample, the payment counts as refunded. */
  @Test
  void readsWhatWasBooked() {
    ListBookings list = new ListBookings(Instant.parse("2016-09-20T00:00:00.500Z"), 0);
    Golden.assertEncoded(list, "since");

    assertThat(Golden.result(list, "documented"))
        .isEqualTo(
            new ListBookings.Result(
                List.of(
                    new Booking(
                        "800463",
                        Instant.parse("2016-09-20T12:00:00Z"),
                        "example.com",
                        Money.of("20.00", "EUR")),
                    new Booking(
                        "800477",
                        Instant.parse("2016-09-21T14:15:52Z"),
                        "PayPal Payment",
                        new Money(new BigDecimal("-150.00"), Currency.getInstance("EUR")))),
                Optional.empty()));
  }

  @Test
  void asksForTheNextPartOfWhatWasBookedAndLeavesOutWhatIsNotReadable() {
    Map<String, List<String>> part =
        Map.of(
            "TOTAL", List.of("5"),
            "ACCOUNTINGID", List.of("1", "2", "3"),
            "ACCOUNTINGDATE", List.of("2016-09-20 12:00:00", "soon", "2016-09-20 12:00:00"),
            "ACCOUNTINGPRICE", List.of("-1.00", "-1.00", "much"),
            "ACCOUNTINGCURRENCY", List.of("eur", "eur", "eur"));

    ListBookings.Result result =
        IspapiCodecs.encode(new ListBookings(Instant.EPOCH, 1))
            .result(new RegistrarResponse(200, "ok", false, part));

    assertThat(result.bookings()).extracting(Booking::id).containsExactly("1");
    assertThat(result.next()).contains(4);
  }

  /** The sample asks for two settings, of which the second is ours, and is missing. */
  @Test
  void readsAMissingDefaultAsTheRegistrarsOwn() {
    Golden.assertEncoded(ENVIRONMENT, "renewal-mode");
    RegistrarResponse missing =
        new RegistrarResponse(
            200,
            "ok",
            false,
            Map.of(
                "ENVIRONMENTVALUE", List.of(""),
                "MISSING", List.of("_system/defaults/renewalmode")));

    assertThat(IspapiCodecs.encode(ENVIRONMENT).result(missing))
        .isEqualTo(
            new ReadDefaultRenewalMode.Result(
                Optional.empty(), Optional.of(RenewalMode.AUTORENEW)));
  }

  @ParameterizedTest
  @CsvSource({"AUTOEXPIRE, AUTOEXPIRE", "expire, AUTOEXPIRE", "renew, AUTORENEW"})
  void readsADefaultHoweverItIsSpelled(String stated, RenewalMode mode) {
    RegistrarResponse answer =
        new RegistrarResponse(200, "ok", false, Map.of("ENVIRONMENTVALUE", List.of(stated)));

    assertThat(IspapiCodecs.encode(ENVIRONMENT).result(answer))
        .isEqualTo(new ReadDefaultRenewalMode.Result(Optional.of(stated), Optional.of(mode)));
  }

  @Test
  void treatsAnUnknownDefaultAsNoneOfOurs() {
    assertThat(Golden.result(ENVIRONMENT, "documented"))
        .isEqualTo(
            new ReadDefaultRenewalMode.Result(
                Optional.of("ns1.hexonet.net,ns2.hexonet.net"), Optional.empty()));
  }

  @Test
  void readsNamesWithTheirModes() {
    Golden.assertEncoded(new ListDomains(250), "second-part");

    assertThat(Golden.result(new ListDomains(0), "documented"))
        .isEqualTo(
            new ListDomains.Result(
                List.of(
                    new ListDomains.Name(
                        "0-60human.com",
                        new DomainState(
                            List.of("ACTIVE"),
                            DomainStatus.ACTIVE,
                            false,
                            false,
                            false,
                            false,
                            false),
                        "renew",
                        Optional.of(RenewalMode.AUTORENEW),
                        Instant.parse("2016-07-28T11:00:06Z"),
                        Instant.parse("2017-07-28T11:00:06Z"),
                        Instant.parse("2017-07-28T11:00:06Z"),
                        Instant.parse("2017-09-10T11:00:06Z"),
                        Instant.parse("2017-07-23T11:00:06Z"),
                        Instant.parse("2017-07-29T11:00:06Z"),
                        "COM",
                        List.of("P-BAH153975"),
                        List.of("P-BAH153975"),
                        List.of("P-BAH153975"),
                        List.of("P-BAH153975"),
                        Stream.of("ns3.ispapi.net", "ns2.ispapi.net", "ns1.ispapi.net")
                            .map(Nameserver::new)
                            .toList(),
                        Optional.of(false),
                        Optional.of(false),
                        Instant.parse("2016-07-28T11:00:06Z"))),
                true));
  }

  /** The first name states nothing but itself; what belongs to the second stays with it. */
  @Test
  void keepsWhatIsStatedWithItsName() {
    List<ListDomains.Name> names =
        list(Map.of(
                "OBJECTID", List.of("a.com", "b.com"),
                "STATUS", List.of("", "ACTIVE clientTransferProhibited PENDINGDELETE"),
                "EXPIRATIONDATE", List.of("0000-00-00 00:00:00", "2027-03-01 10:00:00"),
                "PAIDUNTILDATE", List.of("soon", "2028-03-01 10:00:00")))
            .names();

    assertThat(names.get(0))
        .isEqualTo(
            new ListDomains.Name(
                "a.com",
                new DomainState(List.of(), DomainStatus.UNKNOWN, false, false, false, false, false),
                "",
                Optional.empty(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Optional.empty(),
                Optional.empty(),
                null));
    assertThat(names.get(0).state().status()).isEqualTo(DomainStatus.UNKNOWN);
    assertThat(names.get(1).state().words())
        .containsExactly("ACTIVE", "clientTransferProhibited", "PENDINGDELETE");
    assertThat(names.get(1).state().status()).isEqualTo(DomainStatus.PENDING);
    assertThat(names.get(1).expiresAt()).isEqualTo("2027-03-01T10:00:00Z");
    assertThat(names.get(1).paidUntil()).isEqualTo("2028-03-01T10:00:00Z");
  }

  @Test
  void knowsThatMoreNamesFollow() {
    assertThat(list(Map.of("OBJECTID", List.of("a.com"), "TOTAL", List.of("2"))).complete())
        .isFalse();
    assertThat(list(Map.of("OBJECTID", List.of("a.com"))).complete()).as("no total").isFalse();
    assertThat(list(Map.of()).complete()).as("nothing left").isTrue();
  }

  private static ListDomains.Result list(Map<String, List<String>> properties) {
    return IspapiCodecs.encode(new ListDomains(0))
        .result(new RegistrarResponse(200, "ok", false, properties));
  }
}
