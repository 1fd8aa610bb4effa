package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ListBookings;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import io.domainflow.registrar.command.ReadRenewalPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final DomainName NAME = DomainName.of("müller.com");

  @Test
  void readsTheBalance() {
    Golden.assertEncoded(new ReadBalance(), "StatusAccount", "plain");

    assertThat(Golden.result(new ReadBalance(), "recorded").available())
        .contains(Money.of("100219.89", "USD"));
  }

  @Test
  void readsPricesFromTheZonesByEachOfTheirTlds() {
    ReadAccount.Result account =
        new ScriptedCalls()
            .answering("StatusAccount", "recorded")
            .answering("QueryZoneList", "known")
            .carryOut(new ReadAccount());

    assertThat(account.user()).isEqualTo("test.user");
    assertThat(account.currency()).isEqualTo("USD");
    assertThat(account.prices()).containsOnlyKeys("CENTRALNIC", "CO.COM", "UK.COM", "COM");
    assertThat(account.registrationPrice("co.com", new Period(2)))
        .contains(Money.of("41.00", "USD"));
    assertThat(account.restorePrice("UK.COM")).contains(Money.of("80.00", "USD"));
    assertThat(account.restorePrice("COM")).as("not stated").isEmpty();
  }

  @Test
  void asksForZonesPartByPart() {
    Golden.assertEncoded(new ListedZones("*", 1000), "QueryZoneList", "all");
    Golden.assertEncoded(new ListedZones("com", 0), "QueryZoneList", "one");
  }

  @Test
  void aRenewalCostsAYearOfTheZone() {
    ScriptedCalls calls =
        new ScriptedCalls().answering("StatusDomain", "known").answering("QueryZoneList", "known");

    assertThat(calls.carryOut(new ReadRenewalPrice(NAME)).perYear())
        .contains(Money.of("9.50", "USD"));
    assertThat(calls.said()).hasSize(2);
  }

  @Test
  void aNameWithAPriceOfItsOwnHasThatAndNoOther() {
    ScriptedCalls calls = new ScriptedCalls().answering("StatusDomain", "premium");

    assertThat(calls.carryOut(new ReadRenewalPrice(NAME)).perYear())
        .contains(Money.of("450.00", "USD"));
  }

  @Test
  void aNameThatIsNotHereHasNoPrice() {
    assertThat(new ScriptedCalls().carryOut(new ReadRenewalPrice(NAME)).perYear()).isEmpty();
  }

  @Test
  void readsBookingsOldestFirst() {
    ListBookings list = new ListBookings(Instant.parse("2026-11-20T00:00:00Z"), 0);
    Golden.assertEncoded(list, "QueryAccountingList", "since");

    ListBookings.Result result = Golden.result(list, "inferred");

    assertThat(result.next()).isEmpty();
    assertThat(result.bookings())
        .extracting(ListBookings.Booking::charged)
        .containsExactly(
            new Money(new BigDecimal("-100.00"), Currency.getInstance("USD")),
            Money.of("9.50", "USD"),
            Money.of("9.50", "USD"));
    assertThat(result.bookings()).extracting(ListBookings.Booking::id).doesNotHaveDuplicates();
  }

  @Test
  void readsTheModeOfNamesThatHaveNone() {
    AccountMode read = new AccountMode("test.user");
    Golden.assertEncoded(read, "StatusRegistrar", "plain");

    assertThat(
            new ScriptedCalls()
                .answering("StatusRegistrar", "known")
                .carryOut(new ReadDefaultRenewalMode())
                .renewalMode())
        .contains(RenewalMode.AUTOEXPIRE);
    assertThat(CnrCodecs.encode(read).result(new RegistrarResponse(200, "ok", false, Map.of())))
        .isEqualTo(
            new ReadDefaultRenewalMode.Result(
                Optional.empty(), Optional.of(RenewalMode.AUTORENEW)));
  }
}
