package io.domainflow.process;

import io.domainflow.order.AccountProcesses;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The processes about an account, found by their business key: {@code account[:rest]}. */
@Component
class RunningAccountProcesses implements AccountProcesses {

  private final RuntimeService runtime;
  private final EngineRights rights;
  private final List<AccountProcess> processes;

  RunningAccountProcesses(
      RuntimeService runtime, EngineRights rights, List<AccountProcess> processes) {
    this.runtime = runtime;
    this.rights = rights;
    this.processes = processes;
  }

  @Override
  public void end(String account) {
    rights.use(
        () -> {
          processes.stream()
              .flatMap(process -> running(process.key(), account).stream())
              .forEach(
                  instance ->
                      runtime.deleteProcessInstanceIfExists(
                          instance.getId(), "the account was removed", false, true, false, false));
          return account;
        });
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
