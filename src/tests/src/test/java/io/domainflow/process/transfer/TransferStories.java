package io.domainflow.process.transfer;

import static io.domainflow.Registrations.freshName;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Registrations;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** The common parts of the stories of a transfer: names elsewhere, and their results. */
final class TransferStories {

  static final String BY_MAIL = ", 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}";

  static final String NO_MAIL = ", 'zone': {'transferConfirmation': 'NONE'}";

  private final HistoryService history;
  private final Registrations stories;

  TransferStories(ProcessEngine engine, int port) {
    this.history = engine.getHistoryService();
    this.stories = new Registrations(port);
  }

  String elsewhere(String tld, String more) {
    String domain = freshName(tld);
    stories.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR' %s}".formatted(domain, more));
    return domain;
  }

  void elsewhere(String domain, String more, String price) {
    stories.registry(
        ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR' %s, 'class': 'PREMIUM_COM_T',"
                + " 'price': '%s'}")
            .formatted(domain, more, price));
  }

  JsonNode lastMail(String domain) {
    if (stories.mails(domain).isEmpty()) {
      stories.advance("P3D");
    }
    List<JsonNode> mails = stories.mails(domain);
    return mails.get(mails.size() - 1);
  }

  String taskOf(String reference) {
    return stories
        .await(reference, order -> order.at("/waitingFor/taskId").isTextual())
        .at("/waitingFor/taskId")
        .asText();
  }

  List<String> commands(String domain) {
    return stories.ledger(domain).stream().map(entry -> entry.get("command").asText()).toList();
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
