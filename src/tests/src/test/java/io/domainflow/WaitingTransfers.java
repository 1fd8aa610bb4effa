package io.domainflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates orders that wait for a transfer, without the steps before: rows in the database and, for
 * those that can be notified, a process that waits for news, checks, and waits again.
 */
public final class WaitingTransfers {

  private static final String KEY = "WaitingTransfer";
  private static final String LOOKED = "Msg_Looked";

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final String account;

  public WaitingTransfers(
      JdbcClient jdbc, RepositoryService repository, RuntimeService runtime, String account) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.account = account;
    repository
        .createDeployment()
        .name(KEY)
        .enableDuplicateFiltering(true)
        .addModelInstance(
            KEY + ".bpmn",
            Bpmn.createExecutableProcess(KEY)
                .camundaHistoryTimeToLive(180)
                .startEvent()
                .receiveTask("Task_Await")
                .message("Msg_TransferNews")
                .receiveTask("Task_Look")
                .message(LOOKED)
                .connectTo("Task_Await")
                .done())
        .deploy();
  }

  /** Creates an order whose process waits for news; returns the process. */
  public String waiting(String domain, String phase, Instant requestedAt) {
    String process = runtime.startProcessInstanceByKey(KEY).getId();
    row(domain, phase, requestedAt, process);
    return process;
  }

  /** Creates orders without a process, which are not notified: {@code prefix-0.com} and so on. */
  public void rows(String prefix, int number, String phase, Instant requestedAt) {
    for (int i = 0; i < number; i++) {
      row(prefix + "-" + i + ".com", phase, requestedAt, UUID.randomUUID().toString());
    }
  }

  /** Creates the order of an existing process. */
  public void row(String domain, String phase, Instant requestedAt, String process) {
    UUID id = UUID.randomUUID();
    Timestamp at = Timestamp.from(requestedAt);
    jdbc.sql(
            """
            with placed as (
              insert into provisioning_order (id, reference, login, content_digest, operation,
                account, domain, domain_unicode, nameservers, renewal_mode, transfer_lock, privacy,
                metadata, status, awaits_registry, charged, process_instance_id, created_at,
                updated_at)
              values (:id, :reference, 'billing', '', 'TRANSFER', :account, :domain, :domain, '{}',
                'AUTOEXPIRE', true, false, '{}', 'IN_PROGRESS', true, 'YES', :process, :at, :at)
              returning id)
            insert into order_transfer (order_id, kind, requested_at, phase)
            select id, 'REQUEST', :at, :phase from placed
            """)
        .param("id", id)
        .param("reference", "W-" + id)
        .param("account", account)
        .param("domain", domain)
        .param("process", process)
        .param("at", at)
        .param("phase", phase)
        .update();
  }

  /** Records another phase, as a check does. */
  public void phase(String domain, String phase) {
    jdbc.sql(
            """
            update order_transfer set phase = :phase
            where order_id in (select id from provisioning_order where domain = :domain)
            """)
        .param("phase", phase)
        .param("domain", domain)
        .update();
  }

  /** The processes that have been notified and are now checking. */
  public Set<String> looking() {
    return runtime
        .createExecutionQuery()
        .processDefinitionKey(KEY)
        .activityId("Task_Look")
        .list()
        .stream()
        .map(Execution::getProcessInstanceId)
        .collect(Collectors.toSet());
  }

  /** Whether the process has been notified and is now checking. */
  public boolean looks(String process) {
    return runtime.getActiveActivityIds(process).contains("Task_Look");
  }

  /** Whether the process was checking; makes it wait again. */
  public boolean looked(String process) {
    boolean looks = looks(process);
    if (looks) {
      check(process);
    }
    return looks;
  }

  /** Ends the check of a notified process. */
  public void check(String process) {
    runtime.createMessageCorrelation(LOOKED).processInstanceId(process).correlate();
  }

  /** Ends all waiting processes. */
  public void end() {
    jdbc.sql("update provisioning_order set status = 'COMPLETED', awaits_registry = false")
        .update();
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(KEY)
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test is over"));
  }
}
