package io.domainflow.process;

import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.model.Resettable;
import io.domainflow.order.Orders;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ends all running processes, those of orders and those of accounts, when the sandbox is reset.
 * This comes first: a running process would write again what other parts have already deleted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenProcesses implements Resettable {

  private static final int PAGE = 500;
  private static final int TRIES = 10;

  private final RuntimeService runtime;
  private final Orders orders;
  private final ConflictFreeTransaction transaction;
  private final EngineRights rights;
  private final List<DeclaredVariables> processes;

  OpenProcesses(
      RuntimeService runtime,
      Orders orders,
      ConflictFreeTransaction transaction,
      EngineRights rights,
      List<DeclaredVariables> processes) {
    this.runtime = runtime;
    this.orders = orders;
    this.transaction = transaction;
    this.rights = rights;
    this.processes = processes;
  }

  @Override
  public void startOver() {
    String[] keys = processes.stream().map(DeclaredVariables::key).toArray(String[]::new);
    List<ProcessInstance> open;
    do {
      open =
          runtime
              .createProcessInstanceQuery()
              .processDefinitionKeyIn(keys)
              .rootProcessInstances()
              .listPage(0, PAGE);
      open.forEach(this::end);
    } while (!open.isEmpty());
  }

  // An instance that ends at this moment, itself or in a process it called, makes the engine fail
  // in ways that the database does not report as conflicts.
  private void end(ProcessInstance instance) {
    for (int attempt = 1; isThere(instance); attempt++) {
      try {
        delete(instance);
        return;
      } catch (RuntimeException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private boolean isThere(ProcessInstance instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count() > 0;
  }

  // The order first: a process whose order is open may not be deleted while money is at stake.
  private void delete(ProcessInstance instance) {
    transaction.execute(
        () ->
            rights.use(
                () -> {
                  orders
                      .findByProcess(instance.getId())
                      .ifPresent(order -> orders.cancel(order.id(), null));
                  runtime.deleteProcessInstanceIfExists(
                      instance.getId(), "the sandbox is reset", false, true, false, false);
                  return instance;
                }));
  }
}
