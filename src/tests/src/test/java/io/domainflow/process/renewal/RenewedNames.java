package io.domainflow.process.renewal;

import static io.domainflow.Registrations.freshName;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** Our names that are to be renewed: when they end, and what was bought for them. */
final class RenewedNames {

  /** The registry renews automatically, and the registrar takes only the payment. */
  static final String PAID_ONLY = ", 'zone': {'explicitRenewal': false}";

  private final HistoryService history;
  private final Registrations stories;

  RenewedNames(ProcessEngine engine, Registrations stories) {
    this.history = engine.getHistoryService();
    this.stories = stories;
  }

  /** The renewal of a name whose registry does not renew on command. */
  String paying() {
    return stories.platform() == Platform.CNR ? "SetDomainRenewalMode" : "PayDomainRenewal";
  }

  String ours(String expires, String more) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'age': 'P900D', 'expires': '%s' %s}"
            .formatted(domain, expires, more));
    return domain;
  }

  LocalDate in(String period) {
    return Instant.parse(stories.now())
        .plus(Duration.parse(period + "T0S"))
        .atOffset(ZoneOffset.UTC)
        .toLocalDate();
  }

  // After an answer without information the next request comes later than after «not yet».
  void lookLessOften(String domain) {
    stories.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_599', 'times': 10, 'domain': '%s'}"
            .formatted(domain));
  }

  static LocalDate day(JsonNode time) {
    return Instant.parse(time.asText()).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  List<String> commands(String domain) {
    return stories.ledger(domain).stream().map(entry -> entry.get("command").asText()).toList();
  }

  BigDecimal sum(String domain, String command) {
    return stories.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals(command))
        .map(entry -> new BigDecimal(entry.get("charged").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  String taskOf(String reference) {
    return stories
        .await(reference, order -> order.at("/waitingFor/taskId").isTextual())
        .at("/waitingFor/taskId")
        .asText();
  }

  List<String> passed(JsonNode order) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
