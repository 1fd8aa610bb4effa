package io.domainflow.process.transfersetup;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.ProcessOrders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A transfer that has already arrived: accepts an order and calls TransferSetupProcess, with more
 * variables than it should have.
 */
@TestConfiguration(proxyBeanMethods = false)
public class CallingProcess {

  static final String KEY = "SetupCallingProcess";

  /** The variable that must not reach the called process. */
  static final String PERSONAL = "personalData";

  @Bean
  ProcessContract setupCallingProcess() {
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

  /** Records the arrival of names as the earlier steps would. */
  static final class Arrivals implements JavaDelegate {

    private final Map<String, Transfer.Kind> kinds = new ConcurrentHashMap<>();
    private final Orders orders;
    private final Transfers transfers;
    private final Clock clock;

    Arrivals(Orders orders, Transfers transfers, Clock clock) {
      this.orders = orders;
      this.transfers = transfers;
      this.clock = clock;
    }

    void by(Transfer.Kind kind, String domain) {
      kinds.put(DomainName.of(domain).ascii(), kind);
    }

    @Override
    public void execute(DelegateExecution execution) {
      ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
      Transfer.Kind kind = kinds.get(order.content().domain().ascii());
      if (kind != null) {
        transfers.planned(order.id(), kind, new Period(1), null, null, false, null);
        transfers.waitsFor(order.id(), Transfer.Phase.AT_REGISTRY, clock.instant(), null);
      }
    }
  }

  @Bean
  Arrivals arrivals(Orders orders, Transfers transfers, Clock clock) {
    return new Arrivals(orders, transfers, clock);
  }

  static void deploy(ProcessEngine engine) {
    engine
        .getRepositoryService()
        .createDeployment()
        .name(KEY)
        .enableDuplicateFiltering(true)
        .addModelInstance(KEY + ".bpmn", model())
        .deploy();
    boolean granted =
        engine.getAuthorizationService().createAuthorizationQuery().resourceId(KEY).count() > 0;
    if (!granted) {
      Authorization start =
          engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      start.setGroupId("billing");
      start.setResource(Resources.PROCESS_DEFINITION);
      start.setResourceId(KEY);
      start.addPermission(Permissions.READ);
      start.addPermission(Permissions.CREATE_INSTANCE);
      engine.getAuthorizationService().saveAuthorization(start);
    }
  }

  private static BpmnModelInstance model() {
    var process = Bpmn.createExecutableProcess(KEY).camundaHistoryTimeToLiveString("P180D");
    process
        .eventSubProcess("SubProcess_Cancellation")
        .startEvent("StartEvent_Cancelled")
        .message("Msg_OrderCancelled")
        .endEvent("EndEvent_Cancelled")
        .camundaExecutionListenerDelegateExpression("start", "${orderCancelledListener}");
    BpmnModelInstance model =
        process
            .startEvent("StartEvent_OrderReceived")
            .serviceTask("Task_Arrive")
            .camundaDelegateExpression("${arrivals}")
            .callActivity("CallActivity_TransferSetup")
            .calledElement(TransferSetupProcess.KEY)
            .camundaInputParameter(PERSONAL, "ada@example.net")
            .camundaInputParameter("orderId", "00000000-0000-0000-0000-000000000000")
            .camundaInBusinessKey("#{execution.processBusinessKey}")
            .endEvent("EndEvent_DomainTransferred")
            .camundaExecutionListenerDelegateExpression("start", "${orderCompletedListener}")
            .done();
    CallActivity call = model.getModelElementById("CallActivity_TransferSetup");
    call.getExtensionElements().addExtensionElement(CamundaIn.class).setCamundaVariables("all");
    return model;
  }

  /** The variables of an order, written with single quotes for double ones. */
  static VariableMap order(String account, String domain, String nameservers, String registrant) {
    VariableMap variables =
        Variables.createVariables().putValue("account", account).putValue("domain", domain);
    if (nameservers != null) {
      variables.putValueTyped("nameservers", json(nameservers));
    }
    if (registrant != null) {
      variables.putValueTyped("registrant", json(registrant));
    }
    return variables;
  }

  private static JsonValue json(String text) {
    return SpinValues.jsonValue(text.replace('\'', '"')).create();
  }
}
