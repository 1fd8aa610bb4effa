package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.ResponseParser;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.ReadAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of registrant without a price is free; one whose price cannot be read is not. */
class TradePriceTest {

  @Test
  void isReadWithItsCurrency() {
    ReadAccount.Result prices = prices("25.00", "EUR");

    assertThat(prices.tradePrice("com")).contains(Money.of("25.00", "EUR"));
    assertThat(prices.unreadableTradePrice("com")).isEmpty();
  }

  @Test
  void isAbsentIfNothingIsStated() {
    assertThat(prices("25.00", "EUR").tradePrice("net")).isEmpty();
    assertThat(prices("25.00", "EUR").unreadableTradePrice("net")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"25,00", "-25.00", "25.00 <b>", "free"})
  void isUnreadableWhereItIsNoAmount(String stated) {
    assertThat(prices(stated, "EUR").tradePrice("com")).isEmpty();
    assertThat(prices(stated, "EUR").unreadableTradePrice("com")).contains(stated);
  }

  @Test
  void isUnreadableWithoutAKnownCurrency() {
    assertThat(prices("25.00", "X<B").unreadableTradePrice("com")).contains("25.00");
  }

  private static ReadAccount.Result prices(String amount, String currency) {
    return IspapiCodecs.encode(new ReadAccount())
        .result(
            ResponseParser.parse(
                """
                [RESPONSE]
                CODE=200
                DESCRIPTION=Command completed successfully
                PROPERTY[RELATIONTYPE][0]=PRICE_CLASS_DOMAIN_COM_TRADE
                PROPERTY[RELATIONVALUE][0]=%s
                PROPERTY[RELATIONTYPE][1]=PRICE_CLASS_DOMAIN_COM_CURRENCY
                PROPERTY[RELATIONVALUE][1]=%s
                EOF
                """
                    .formatted(amount, currency)));
  }
}
