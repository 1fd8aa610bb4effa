package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.protocol.ResponseParser;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StatusAccountTest {

  private static final StatusAccount COMMAND = new StatusAccount();

  @Test
  void readsBalanceAndCredit() {
    Golden.assertWireForm(COMMAND, "documented");

    assertThat(Golden.result(COMMAND, "documented"))
        .isEqualTo(
            new StatusAccount.Result(
                new BigDecimal("217458.12"), new BigDecimal("1000000.00"), "EUR"));
  }

  @Test
  void leavesOutWhatCannotBeRead() {
    assertThat(
            COMMAND.result(
                ResponseParser.parse(
                    """
                    [RESPONSE]
                    CODE=200
                    DESCRIPTION=Command completed successfully
                    PROPERTY[AMOUNT][0]=-12.50
                    PROPERTY[CREDIT][0]=unlimited
                    EOF
                    """)))
        .isEqualTo(new StatusAccount.Result(new BigDecimal("-12.50"), null, null));
  }
}
