package io.domainflow.process.namesimport;

import io.domainflow.imports.ImportProcess;
import io.domainflow.process.EngineRights;
import io.domainflow.process.StepVariables;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts the process of an import on the engine. The endpoint has checked the permissions. */
@Component
class NamesImportStart implements ImportProcess {

  private final RuntimeService runtime;
  private final ExternalTaskService externalTasks;
  private final EngineRights rights;

  NamesImportStart(RuntimeService runtime, ExternalTaskService externalTasks, EngineRights rights) {
    this.runtime = runtime;
    this.externalTasks = externalTasks;
    this.rights = rights;
  }

  @Override
  public void start(String account, UUID id) {
    // No person may write variables, administrators included.
    rights.use(
        () ->
            runtime.startProcessInstanceByKey(
                NamesImportProcess.KEY,
                new ImportKey(account, id).text(),
                StepVariables.of(NamesImportProcess.ACCOUNT, account)));
  }

  @Override
  public Optional<String> trouble(String account, UUID id) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(NamesImportProcess.KEY)
        .processInstanceBusinessKey(new ImportKey(account, id).text())
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .flatMap(
            instance ->
                externalTasks.createExternalTaskQuery().processInstanceId(instance).list().stream())
        .map(ExternalTask::getErrorMessage)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
