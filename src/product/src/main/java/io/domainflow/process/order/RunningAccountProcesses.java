package io.domainflow.process.order;

import io.domainflow.order.progress.CalledProcesses;
import io.domainflow.order.removal.AccountProcesses;
import io.domainflow.process.AccountProcess;
import io.domainflow.process.EngineRights;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Finds the running processes about an account by their business key, {@code account[:rest]}, and
 * those that outlive their order.
 */
@Component
class RunningAccountProcesses implements AccountProcesses {

  private final RuntimeService runtime;
  private final EngineRights rights;
  private final CalledProcesses called;
  private final List<AccountProcess> processes;

  RunningAccountProcesses(
      RuntimeService runtime,
      EngineRights rights,
      CalledProcesses called,
      List<AccountProcess> processes) {
    this.runtime = runtime;
    this.rights = rights;
    this.called = called;
    this.processes = processes;
  }

  @Override
  public void end(String account) {
    rights.use(
        () -> {
          processes.stream()
              .filter(AccountProcess::endsWithItsAccount)
              .flatMap(process -> running(process.key(), account).stream())
              .forEach(instance -> delete(instance.getId()));
          called.calling(account).forEach(this::delete);
          return account;
        });
  }

  private void delete(String instance) {
    runtime.deleteProcessInstanceIfExists(
        instance, "the account was removed", false, true, false, false);
  }

  private List<ProcessInstance> running(String key, String account) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(key).list().stream()
        .filter(
            instance ->
                account.equals(instance.getBusinessKey())
                    || String.valueOf(instance.getBusinessKey()).startsWith(account + ":"))
        .toList();
  }
}
