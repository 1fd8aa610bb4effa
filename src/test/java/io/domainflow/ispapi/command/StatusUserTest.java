package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Money;
import org.junit.jupiter.api.Test;

class StatusUserTest {

  private static final StatusUser COMMAND = new StatusUser();

  @Test
  void readsWhatAYearCosts() {
    Golden.assertWireForm(COMMAND, "relations");
    StatusUser.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.annualPrice("COM")).contains(Money.of("9.90", "EUR"));
    assertThat(prices.annualPrice("Premium_Donuts_A")).contains(Money.of("900.00", "USD"));
  }

  @Test
  void knowsNoPriceThatIsNotStatedInFull() {
    StatusUser.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.annualPrice("NET")).as("without currency").isEmpty();
    assertThat(prices.annualPrice("ORG")).as("not a number").isEmpty();
    assertThat(prices.annualPrice("DE")).as("not there").isEmpty();
    assertThat(Golden.result(COMMAND, "documented").prices()).isEmpty();
  }

  @Test
  void readsWhatAChangeOfRegistrantCosts() {
    StatusUser.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.tradePrice("com")).contains(Money.of("12.50", "EUR"));
    assertThat(prices.tradePrice("NET")).as("without currency").isEmpty();
    assertThat(prices.tradePrice("ORG")).as("not there").isEmpty();
  }

  @Test
  void readsWhatARestorationCosts() {
    StatusUser.Result prices = Golden.result(COMMAND, "relations");

    assertThat(prices.restorePrice("com")).contains(Money.of("60.00", "EUR"));
    assertThat(prices.restorePrice("NET")).as("without currency").isEmpty();
    assertThat(prices.restorePrice("ORG")).as("not there").isEmpty();
  }

  @Test
  void keepsNothingOfTheAccountButItsLoginAndPrices() {
    assertThat(Golden.result(COMMAND, "documented").user()).isEqualTo("test.user");
    assertThat(Golden.result(COMMAND, "relations").prices())
        .hasSize(12)
        .allSatisfy((type, value) -> assertThat(type).startsWith("PRICE_CLASS_DOMAIN_"));
  }
}
