package io.domainflow.process.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** The process instances of registrations, as the engine has them. */
final class RegistrationInstances {

  private final ProcessEngine engine;

  RegistrationInstances(ProcessEngine engine) {
    this.engine = engine;
  }

  /** The steps that an order has passed, in their order. */
  List<String> passed(JsonNode order) {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  /** The instance of an order, or null if it has ended. */
  ProcessInstance instance(JsonNode order) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .singleResult();
  }
}
