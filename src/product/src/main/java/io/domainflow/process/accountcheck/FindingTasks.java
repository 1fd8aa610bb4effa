package io.domainflow.process.accountcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Turns the result of a check into tasks: one for each finding while it lasts. When a finding is
 * gone, its task closes; an ignored finding has no task.
 */
@Component
class FindingTasks {

  private final Findings findings;
  private final NameFindings names;
  private final RuntimeService runtime;

  FindingTasks(Findings findings, NameFindings names, RuntimeService runtime) {
    this.findings = findings;
    this.names = names;
    this.runtime = runtime;
  }

  /** Records a check; to be called in the transaction that completes its step. */
  void record(String account, AccountCheckResult seen) {
    if (!findings.lock(account)) {
      return;
    }
    List<Finding> found = new ArrayList<>(seen.findings());
    if (seen.names() != null) {
      found.addAll(names.conclude(account, seen.names()));
      seen.names().more().forEach(Runnable::run);
    }
    for (FindingKind kind : FindingKind.values()) {
      Optional<Finding> finding = found.stream().filter(one -> one.kind() == kind).findFirst();
      if (finding.isPresent()) {
        findings.put(account, finding.get());
        askOnce(new FindingKey(account, kind));
      } else if (!seen.unknown().contains(kind)) {
        end(account, kind);
      }
    }
  }

  /** Closes the task of a finding that is known to be gone; to be called in a transaction. */
  void gone(String account, FindingKind kind) {
    if (findings.lock(account)) {
      end(account, kind);
    }
  }

  private void end(String account, FindingKind kind) {
    if (findings.find(account, kind).isPresent()) {
      findings.remove(account, kind);
      close(new FindingKey(account, kind));
    }
  }

  // The engine is asked, because the stored data proves nothing: somebody may have deleted the
  // instance.
  private void askOnce(FindingKey key) {
    boolean ignored = findings.find(key.account(), key.kind()).orElseThrow().ignored();
    boolean asked =
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(AccountFindingProcess.KEY)
                .processInstanceBusinessKey(key.text())
                .count()
            > 0;
    if (!ignored && !asked) {
      runtime.startProcessInstanceByMessage(
          AccountFindingProcess.MESSAGE_FINDING_MADE,
          key.text(),
          AccountFindingProcess.variables(key));
    }
  }

  // A process that is checking at the moment does not wait for this message and finds out on its
  // own.
  private void close(FindingKey key) {
    runtime
        .createMessageCorrelation(AccountFindingProcess.MESSAGE_FINDING_GONE)
        .processInstanceBusinessKey(key.text())
        .correlateAll();
  }
}
