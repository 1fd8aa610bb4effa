package io.domainflow.process.transferwatch;

import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.order.progress.OrdersAwaitingRegistry;
import io.domainflow.process.StepVariables;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts a watch for each account that has names, or whose orders wait for a registry. An account
 * whose last watch is still running, because the registrar is unreachable, gets no second one. It
 * also tidies the inbox, because this runs even while nothing waits.
 */
@Component
class StartWatchesDelegate implements JavaDelegate {

  private final OrdersAwaitingRegistry waits;
  private final OutgoingTransfers outgoing;
  private final EventInbox inbox;

  StartWatchesDelegate(OrdersAwaitingRegistry waits, OutgoingTransfers outgoing, EventInbox inbox) {
    this.waits = waits;
    this.outgoing = outgoing;
    this.inbox = inbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    inbox.tidy();
    RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
    Set<String> accounts = new TreeSet<>(waits.accounts());
    accounts.addAll(outgoing.accountsWithNames());
    accounts.forEach(account -> start(account, runtime));
  }

  private static void start(String account, RuntimeService runtime) {
    boolean underWay =
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(TransferWatchProcess.KEY)
                .processInstanceBusinessKey(account)
                .count()
            > 0;
    if (!underWay) {
      runtime.startProcessInstanceByMessage(
          TransferWatchProcess.MESSAGE_ACCOUNT_TO_WATCH,
          account,
          StepVariables.of(TransferWatchProcess.ACCOUNT, account));
    }
  }
}
