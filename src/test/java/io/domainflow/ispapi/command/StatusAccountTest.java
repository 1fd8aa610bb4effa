package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusAccountTest {

  private static final StatusAccount COMMAND = new StatusAccount();

  @Test
  void readsTheMoneyOfTheAccount() {
    Golden.assertWireForm(COMMAND, "documented");
    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(
            new StatusAccount.Result(
                Money.of("217458.12", "EUR"),
                Money.of("1000000.00", "EUR"),
                Money.of("1658.90", "EUR")));
  }

  @Test
  void readsAnOverdrawnBalance() {
    assertThat(balance("-12.50", "EUR").amount()).isEqualTo(new BigDecimal("-12.50"));
  }

  @ParameterizedTest
  @CsvSource({"'',EUR", "much,EUR", "1e999999999,EUR", "1.00,''", "1.00,EURO"})
  void hasNoBalanceWhereNoneCanBeRead(String amount, String currency) {
    assertThat(balance(amount, currency)).isNull();
  }

  private static Money balance(String amount, String currency) {
    return COMMAND
        .result(
            new IspapiResponse(
                200, "ok", false, Map.of("AMOUNT", List.of(amount), "CURRENCY", List.of(currency))))
        .balance();
  }
}
