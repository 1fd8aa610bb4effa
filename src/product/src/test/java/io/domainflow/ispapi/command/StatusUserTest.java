package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Money;
import io.domainflow.registrar.command.ReadAccount;
import io.domainflow.registrar.command.ReadAccount.Charge;
import io.domainflow.registrar.command.ReadAccount.ClassPrices;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusUserTest {

  private static final ReadAccount COMMAND = new ReadAccount();

  @Test
  void readsWhatAYearCosts() {
    Golden.assertEncoded(COMMAND, "relations");
    ReadAccount.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.annualPrice("COM")).contains(Money.of("9.90", "EUR"));
    assertThat(prices.annualPrice("Premium_Donuts_A")).contains(Money.of("900.00", "USD"));
  }

  @Test
  void hasNoPriceUnlessItIsStatedInFull() {
    ReadAccount.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.annualPrice("NET")).as("without currency").isEmpty();
    assertThat(prices.annualPrice("ORG")).as("not a number").isEmpty();
    assertThat(prices.annualPrice("DE")).as("not there").isEmpty();
    assertThat(Golden.result(COMMAND, "documented").prices()).isEmpty();
  }

  @Test
  void readsWhatAChangeOfRegistrantCosts() {
    ReadAccount.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.tradePrice("com")).contains(Money.of("12.50", "EUR"));
    assertThat(prices.tradePrice("NET")).as("without currency").isEmpty();
    assertThat(prices.tradePrice("ORG")).as("not there").isEmpty();
  }

  @Test
  void readsWhatARestorationCosts() {
    ReadAccount.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.restorePrice("com")).contains(Money.of("60.00", "EUR"));
    assertThat(prices.restorePrice("NET")).as("without currency").isEmpty();
    assertThat(prices.restorePrice("ORG")).as("not there").isEmpty();
  }

  @Test
  void keepsOnlyLoginAndPricesOfTheAccount() {
    assertThat(Golden.result(COMMAND, "documented").user()).isEqualTo("test.user");
    assertThat(Golden.result(COMMAND, "relations").prices())
        .isEqualTo(
            Map.of(
                "COM",
                new ClassPrices(
                    "EUR",
                    Map.of(
                        Charge.ANNUAL, "9.90",
                        Charge.SETUP, "1.00",
                        Charge.TRADE, "12.50",
                        Charge.RESTORE, "60.00")),
                "PREMIUM_DONUTS_A",
                new ClassPrices("USD", Map.of(Charge.ANNUAL, "900.00")),
                "NET",
                new ClassPrices(
                    null,
                    Map.of(
                        Charge.ANNUAL, "11.00",
                        Charge.TRADE, "12.50",
                        Charge.RESTORE, "60.00")),
                "ORG",
                new ClassPrices("EUR", Map.of(Charge.ANNUAL, "on request"))));
  }
}
