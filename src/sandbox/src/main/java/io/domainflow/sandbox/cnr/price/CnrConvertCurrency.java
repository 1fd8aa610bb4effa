package io.domainflow.sandbox.cnr.price;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.cnr.CnrHandler;
import io.domainflow.sandbox.cnr.IspapiCommands;
import io.domainflow.sandbox.cnr.Parameters;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Transaction;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class CnrConvertCurrency implements CnrHandler {

  private final IspapiCommands other;

  CnrConvertCurrency(IspapiCommands other) {
    this.other = other;
  }

  @Override
  public Parameters parameters() {
    return Parameters.requiring("AMOUNT", "FROM", "TO");
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    if (!call.required("AMOUNT").matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
      throw new Refusal(Code.INVALID_SYNTAX, "AMOUNT");
    }
    BigDecimal amount = new BigDecimal(call.required("AMOUNT"));
    String from = call.required("FROM").toUpperCase(Locale.ROOT);
    String to = call.required("TO").toUpperCase(Locale.ROOT);
    BigDecimal rate =
        Rates.of(other, call, transaction)
            .between(from, to)
            .orElseThrow(() -> new Refusal(Code.INVALID_VALUE));
    return Answer.of(Code.COMPLETED)
        .with("amount", call.required("AMOUNT"))
        .with("converted amount", Ledger.amount(amount.multiply(rate)))
        .with("from", from)
        .with("rate", rate.toPlainString())
        .with("to", to);
  }
}
