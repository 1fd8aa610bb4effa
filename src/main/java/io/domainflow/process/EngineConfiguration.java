package io.domainflow.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.order.OrderIntake;
import io.domainflow.order.Orders;
import io.domainflow.process.worker.ExternalTaskPump;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What Domainflow adds to the engine: the intake at every start, facts in forms, a narrow history.
 */
@Component
class EngineConfiguration extends AbstractCamundaConfiguration {

  private final List<ProcessContract> contracts;
  private final List<TaskFacts> taskFacts;
  private final OrderIntake intake;
  private final Orders orders;
  private final ObjectMapper json;
  private final ObjectProvider<ExternalTaskPump> pump;

  EngineConfiguration(
      @Lazy List<ProcessContract> contracts,
      @Lazy List<TaskFacts> taskFacts,
      @Lazy OrderIntake intake,
      @Lazy Orders orders,
      ObjectMapper json,
      ObjectProvider<ExternalTaskPump> pump) {
    this.contracts = contracts;
    this.taskFacts = taskFacts;
    this.intake = intake;
    this.orders = orders;
    this.json = json;
    this.pump = pump;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration configuration) {
    configuration.setCustomHistoryLevels(
        new ArrayList<>(List.of(new DeclaredVariablesHistoryLevel(contracts))));
    configuration.setHistory(DeclaredVariablesHistoryLevel.NAME);
    addParseListener(configuration);
  }

  private void addParseListener(ProcessEngineConfigurationImpl configuration) {
    if (configuration.getCustomPostBPMNParseListeners() == null) {
      configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
    }
    configuration
        .getCustomPostBPMNParseListeners()
        .add(new ModelAdditions(contracts, taskFacts, intake, orders, json, pump));
  }
}
