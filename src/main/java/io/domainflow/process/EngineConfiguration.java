package io.domainflow.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What Domainflow adds to the engine: the intake at every start, facts in forms, a narrow history,
 * timers that follow their settings, incidents in plain words.
 */
@Component
class EngineConfiguration extends AbstractCamundaConfiguration {

  private final ModelAdditions additions;
  private final List<DeclaredVariables> contracts;
  private final JobIncidents jobIncidents;

  EngineConfiguration(
      ModelAdditions additions,
      @Lazy List<DeclaredVariables> contracts,
      JobIncidents jobIncidents) {
    this.additions = additions;
    this.contracts = contracts;
    this.jobIncidents = jobIncidents;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration configuration) {
    configuration.setCustomHistoryLevels(
        new ArrayList<>(List.of(new DeclaredVariablesHistoryLevel(contracts))));
    configuration.setHistory(DeclaredVariablesHistoryLevel.NAME);
    // A timetable that comes from a setting is followed without deploying the model again.
    configuration.setReevaluateTimeCycleWhenDue(true);
    configuration.setCustomIncidentHandlers(
        new ArrayList<>(
            List.of(jobIncidents, new PlainIncidents(Incident.EXTERNAL_TASK_HANDLER_TYPE))));
    addParseListener(configuration);
  }

  private void addParseListener(ProcessEngineConfigurationImpl configuration) {
    if (configuration.getCustomPostBPMNParseListeners() == null) {
      configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
    }
    configuration.getCustomPostBPMNParseListeners().add(additions);
  }
}
