package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A foreign expression that gets into a model cannot do harm. */
@SecurityTest
class GuardedExpressionsTest {

  @Autowired private RepositoryService repositoryService;
  @Autowired private RuntimeService runtimeService;
  @Autowired private Probe probe;

  @Test
  void callsBeansOfDomainflow() {
    int before = probe.hits();

    run("${probe.hit()}");

    assertThat(probe.hits()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${domain.getClass()}",
        "${domain.class}",
        "${domain['class']}",
        "${probe.getClass().forName('java.lang.Runtime')}",
        "${''.getClass().forName('java.lang.Runtime').getMethods()[0]}",
        "${probe.class.classLoader}",
        "${dataSource.connection}",
        "${environment.getProperty('domainflow.masterkey')}",
        "${systemProperties}",
        "${processEngine.identityService}"
      })
  void cannotReachClassesOrTheFramework(String expression) {
    assertThatThrownBy(() -> run(expression)).isInstanceOf(ProcessEngineException.class);
  }

  private void run(String expression) {
    String deployment =
        repositoryService
            .createDeployment()
            .addModelInstance(
                "expression.bpmn",
                Bpmn.createExecutableProcess("ExpressionTestProcess")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .serviceTask("run")
                    .camundaExpression(expression)
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    try {
      runtimeService.startProcessInstanceByKey(
          "ExpressionTestProcess", Variables.putValue("domain", "example.com"));
    } finally {
      repositoryService.deleteDeployment(deployment, true);
    }
  }
}
