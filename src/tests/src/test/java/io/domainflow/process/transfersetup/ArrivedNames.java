package io.domainflow.process.transfersetup;

import static io.domainflow.Registrations.freshName;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Registrations;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides arrived names and the orders that set them up, and reads the results. */
final class ArrivedNames {

  static final String NAMESERVERS = "['ns1.example.net', 'ns2.example.net']";

  static final String ADA =
      "{'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'], 'city': 'Berlin',"
          + " 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
          + " 'email': 'ada@example.net'}";

  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Registrations registrations;

  ArrivedNames(ProcessEngine engine, JdbcClient jdbc, int port) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
  }

  /** A name that is in the account, with a state in JSON written with single quotes. */
  String arrived(String state) {
    String domain = freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OURS', %s}".formatted(domain, state));
    return domain;
  }

  String place(String domain, String nameservers, String registrant) {
    return place(order(domain, nameservers, registrant));
  }

  static VariableMap order(String domain, String nameservers, String registrant) {
    return CallingProcess.order("sandbox", domain, nameservers, registrant);
  }

  String place(VariableMap order) {
    String reference = "S-" + UUID.randomUUID();
    engine.getIdentityService().setAuthentication("billing", List.of("billing"));
    try {
      engine.getRuntimeService().startProcessInstanceByKey(CallingProcess.KEY, reference, order);
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
    return reference;
  }

  static String task(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }

  String fact(String task, String name) {
    return registrations.form(task).path(name).path("value").asText();
  }

  List<String> commands(String domain) {
    return registrations.ledger(domain).stream().map(e -> e.get("command").asText()).toList();
  }

  List<String> asked(String domain) {
    return registrations.requests("domain=" + domain).stream()
        .map(call -> call.get("command").asText())
        .toList();
  }

  int links(String reference) {
    return jdbc.sql(
            """
            select count(*) from order_called_process c join provisioning_order o on o.id = order_id
            where o.reference = :reference
            """)
        .param("reference", reference)
        .query(Integer.class)
        .single();
  }

  /** The steps of the called process that an order has passed. */
  List<String> passed(String reference) {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(
            engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(TransferSetupProcess.KEY)
                .singleResult()
                .getId())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
