package io.domainflow.process.transferlock;

import io.domainflow.model.DomainName;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.domain.TransferLocks;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.ProcessOrders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A change of registrant that is already done: accepts an order, completes it and calls
 * TransferLockProcess.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ChangedOrder {

  static final String KEY = "LockCallingProcess";

  @Bean
  ProcessContract lockCallingProcess() {
    return new ProcessContract() {
      @Override
      public String key() {
        return KEY;
      }

      @Override
      public List<Operation> operations() {
        return List.of(Operation.TRANSFER);
      }

      @Override
      public Set<String> variables() {
        return Set.of();
      }

      @Override
      public Map<String, Object> initialVariables(ProvisioningOrder order) {
        return Map.of();
      }
    };
  }

  /** Records what the step that changes the registrant would record. */
  static final class Changes implements JavaDelegate {

    /**
     * The wanted state of a name afterwards.
     *
     * @param lasts how long the lock lasts by our own calculation
     */
    record After(boolean locked, Duration lasts) {}

    private final Map<String, After> wishes = new ConcurrentHashMap<>();
    private final Orders orders;
    private final TransferLocks locks;
    private final Clock clock;

    Changes(Orders orders, TransferLocks locks, Clock clock) {
      this.orders = orders;
      this.locks = locks;
      this.clock = clock;
    }

    void leave(String domain, boolean locked, Duration lasts) {
      wishes.put(DomainName.of(domain).ascii(), new After(locked, lasts));
    }

    @Override
    public void execute(DelegateExecution execution) {
      ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
      After after = wishes.get(order.content().domain().ascii());
      orders.recordOutcome(order.id(), new Outcome(Outcome.Code.ALREADY_HERE, null, null, null));
      locks.begins(order.id(), after.locked(), clock.instant().plus(after.lasts()));
    }
  }

  @Bean
  Changes changes(Orders orders, TransferLocks locks, Clock clock) {
    return new Changes(orders, locks, clock);
  }

  static void deploy(ProcessEngine engine) {
    engine
        .getRepositoryService()
        .createDeployment()
        .name(KEY)
        .enableDuplicateFiltering(true)
        .addModelInstance(KEY + ".bpmn", model())
        .deploy();
    AuthorizationService authorizations = engine.getAuthorizationService();
    if (authorizations.createAuthorizationQuery().resourceId(KEY).count() == 0) {
      Authorization start = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      start.setGroupId("billing");
      start.setResource(Resources.PROCESS_DEFINITION);
      start.setResourceId(KEY);
      start.addPermission(Permissions.READ);
      start.addPermission(Permissions.CREATE_INSTANCE);
      authorizations.saveAuthorization(start);
    }
  }

  private static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess(KEY)
        .camundaHistoryTimeToLiveString("P180D")
        .startEvent("StartEvent_OrderReceived")
        .serviceTask("Task_Change")
        .camundaDelegateExpression("${changes}")
        .camundaExecutionListenerDelegateExpression("end", "${orderCompletedListener}")
        .callActivity("CallActivity_TransferLock")
        .calledElement(TransferLockProcess.KEY)
        .camundaInBusinessKey("#{execution.processBusinessKey}")
        .endEvent("EndEvent_LockOver")
        .done();
  }

  /** Places an order as a login of a billing system. */
  static void start(ProcessEngine engine, String reference, String account, String domain) {
    engine.getIdentityService().setAuthentication("billing", List.of("billing"));
    try {
      engine
          .getRuntimeService()
          .startProcessInstanceByKey(
              KEY,
              reference,
              Variables.createVariables().putValue("account", account).putValue("domain", domain));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }
}
