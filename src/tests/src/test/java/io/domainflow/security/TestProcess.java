package io.domainflow.security;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;

/** A process with a task for operators and then one for approvers, startable like an order. */
class TestProcess implements InitializingBean {

  static final String KEY = "SecurityTestProcess";

  private final ProcessEngine engine;

  TestProcess(ProcessEngine engine) {
    this.engine = engine;
  }

  @Override
  public void afterPropertiesSet() {
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("security-test/SecurityTestProcess.bpmn")
        .addClasspathResource("security-test/security-test-start.form")
        .addClasspathResource("security-test/security-test.form")
        .deploy();
    AccessRights rights = new AccessRights(engine);
    rights.letStart(EngineGroup.OPERATORS, KEY);
    rights.letStart(EngineGroup.APPROVERS, KEY);
    rights.letStart(EngineGroup.BILLING, KEY);
  }
}
