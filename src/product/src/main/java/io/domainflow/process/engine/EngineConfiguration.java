package io.domainflow.process.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.process.DeclaredVariables;
import io.domainflow.process.FormFiller;
import io.domainflow.process.ProcessContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Configures what Domainflow adds to the engine: the intake at every start, facts in forms, a
 * narrow history, timers that follow their settings, incidents in plain words, lists in forms, and
 * the rule that people write only what their forms ask for.
 */
@Component
class EngineConfiguration extends AbstractCamundaConfiguration {

  private final List<BpmnParseListener> parseListeners;
  private final List<DeclaredVariables> contracts;
  private final List<ProcessContract> orders;
  private final JobIncidents jobIncidents;
  private final List<FormFiller> fillers;
  private final MoveNotes moves;
  private final ObjectMapper json;

  EngineConfiguration(
      List<BpmnParseListener> parseListeners,
      @Lazy List<DeclaredVariables> contracts,
      @Lazy List<ProcessContract> orders,
      JobIncidents jobIncidents,
      @Lazy List<FormFiller> fillers,
      @Lazy MoveNotes moves,
      ObjectMapper json) {
    this.parseListeners = parseListeners;
    this.contracts = contracts;
    this.orders = orders;
    this.jobIncidents = jobIncidents;
    this.fillers = fillers;
    this.moves = moves;
    this.json = json;
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration configuration) {
    configuration.setCustomHistoryLevels(
        new ArrayList<>(List.of(new DeclaredVariablesHistoryLevel(contracts))));
    configuration.setHistory(DeclaredVariablesHistoryLevel.NAME);
    // A time cycle that comes from a setting takes effect without redeploying the model.
    configuration.setReevaluateTimeCycleWhenDue(true);
    configuration.setCustomIncidentHandlers(
        new ArrayList<>(
            List.of(jobIncidents, new ReadableIncidents(Incident.EXTERNAL_TASK_HANDLER_TYPE))));
    addParseListeners(configuration);
    configuration.setCustomPreCommandInterceptorsTxRequired(
        withForms(configuration.getCustomPreCommandInterceptorsTxRequired(), configuration));
    configuration.setCustomPreCommandInterceptorsTxRequiresNew(
        withForms(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), configuration));
  }

  private List<CommandInterceptor> withForms(
      @Nullable List<CommandInterceptor> others, ProcessEngineConfigurationImpl engine) {
    List<CommandInterceptor> all = new ArrayList<>();
    if (others != null) {
      all.addAll(others);
    }
    Supplier<@Nullable Authentication> currentUser =
        () -> engine.getIdentityService().getCurrentAuthentication();
    all.add(new WrittenVariables(currentUser, orders, new CamundaForms(json)));
    all.add(new ProcessMoves(currentUser, moves));
    all.add(new OpenedForms(currentUser, fillers, json));
    return all;
  }

  private void addParseListeners(ProcessEngineConfigurationImpl configuration) {
    if (configuration.getCustomPostBPMNParseListeners() == null) {
      configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
    }
    configuration.getCustomPostBPMNParseListeners().addAll(parseListeners);
  }
}
