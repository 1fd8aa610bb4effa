package io.domainflow.process.credit;

import io.domainflow.order.progress.OrdersAwaitingCredit;
import io.domainflow.order.progress.OrdersAwaitingCredit.Waiting;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Top account up: its credit is used up, and orders wait for a top-up. */
@Component
class AccountOutOfCredit implements AccountTask {

  private static final int MOST_NAMES = 20;

  private final OrdersAwaitingCredit waits;

  AccountOutOfCredit(OrdersAwaitingCredit waits) {
    this.waits = waits;
  }

  @Override
  public String id() {
    return AccountOutOfCreditProcess.TASK_ACCOUNT_OUT_OF_CREDIT;
  }

  @Override
  public Optional<Row> row(String account) {
    return Optional.of(
        new Row(
            null,
            "The credit of account "
                + account
                + " is used up: nothing that costs money is sent for it until it is topped up."));
  }

  /** Tells the waiting orders which task it is. */
  @Override
  public void opened(String account, String taskId) {
    waits.waitForTask(account, taskId);
  }

  @Override
  public Map<String, Object> shows(String account) {
    List<Waiting> waiting = waits.of(account);
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
