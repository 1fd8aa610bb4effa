package io.domainflow.process.credit;

import io.domainflow.order.CreditWaits;
import io.domainflow.order.CreditWaits.Waiting;
import io.domainflow.process.AccountTaskFacts;
import io.domainflow.process.PlainText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows which orders wait for the account's credit. */
@Component
class OutOfCreditFacts implements AccountTaskFacts {

  private static final int MOST_NAMES = 20;

  private final CreditWaits waits;

  OutOfCreditFacts(CreditWaits waits) {
    this.waits = waits;
  }

  @Override
  public String task() {
    return AccountOutOfCreditProcess.TASK_ACCOUNT_OUT_OF_CREDIT;
  }

  @Override
  public Map<String, Object> of(String businessKey) {
    List<Waiting> waiting = waits.of(businessKey);
    String names =
        waiting.stream()
            .limit(MOST_NAMES)
            .map(order -> PlainText.of(order.domain().unicode()))
            .collect(Collectors.joining(", "));
    return Map.of(
        "ordersWaiting",
        String.valueOf(waiting.size()),
        "names",
        waiting.size() > MOST_NAMES ? names + ", …" : names);
  }
}
