package io.domainflow.order;

import static io.domainflow.Registrations.freshName;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Names with additional fields, whose registrants are changed over HTTP. */
final class NamesWithFields {

  static final String ADA =
      "{'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'], 'city': 'Berlin',"
          + " 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
          + " 'email': 'ada@example.net'}";
  static final String BOB = ADA.replace("'Ada'", "'Bob'");

  private final Registrations registrations;
  private final Caller billing;

  NamesWithFields(Registrations registrations, Caller billing) {
    this.registrations = registrations;
    this.billing = billing;
  }

  /** A name of Ada with the legal type that an operator has given, whose zone has its own trade. */
  String registeredByAnOperator() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.submit(
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText(),
        "{'caLegalType': {'value': 'CCT'}}");
    registrations.awaitStatus(reference, "COMPLETED");
    registered(domain, "TRADE");
    return domain;
  }

  /** A name of Ada in a zone that changes its registrants in this way. */
  void registered(String domain, String way) {
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': '%s'}, 'registrant': %s}"
            .formatted(domain, way, ADA));
  }

  /** Orders another registrant, with more members and a query. */
  Answer change(String domain, String registrant, String more, String query) {
    return billing.post(
        "/api/v1/orders" + query,
        "{'reference': 'K-%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox', 'domain': '%s', 'registrant': %s %s}"
            .formatted(UUID.randomUUID(), domain, registrant, more));
  }

  /** The parameters of the name's trade; missing, if there is none. */
  JsonNode traded(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("TradeDomain"))
        .map(entry -> entry.get("parameters"))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  /** The parameters whose values are stored with a name. */
  List<String> kept(String domain) {
    return StreamSupport.stream(
            billing.get("/api/v1/domains/" + domain).body().get("additionalFields").spliterator(),
            false)
        .map(JsonNode::asText)
        .toList();
  }
}
