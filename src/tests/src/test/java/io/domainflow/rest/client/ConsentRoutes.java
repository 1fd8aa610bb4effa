package io.domainflow.rest.client;

import static io.domainflow.rest.client.ClientOrders.awaitWaitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;

/** The routes on which consents of registrants can be sent. */
final class ConsentRoutes {

  private static final String START =
      "/engine-rest/process-definition/key/ChangeOfRegistrantProcess/";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The ways of sending an order, and the answer of each to an accepted one. */
  enum Way {
    ORDER(202),
    DRY_RUN(200),
    DRY_RUN_OF_AN_ORDER(200),
    START(200),
    START_FORM(200),
    INPUT(200);

    final int taken;

    Way(int taken) {
      this.taken = taken;
    }
  }

  private ConsentRoutes() {}

  /** Sends the consents with a change of registrant. */
  static Answer send(Way way, Caller caller, String reference, String domain, String consents)
      throws JsonProcessingException {
    ObjectNode order = order(reference, domain, "LOCK_AT_ONCE");
    order.set("consents", JSON.readTree(consents.replace('\'', '"')));
    return switch (way) {
      case ORDER -> caller.postExactly("/api/v1/orders", order.toString());
      case DRY_RUN -> caller.postExactly("/api/v1/dry-runs", order.toString());
      case DRY_RUN_OF_AN_ORDER ->
          caller.postExactly("/api/v1/orders?dryRun=true", order.toString());
      case START -> {
        order.remove("reference");
        yield caller.postExactly(
            START + "start", variables(order).put("businessKey", reference).toString());
      }
      case START_FORM -> caller.postExactly(START + "submit-form", variables(order).toString());
      case INPUT ->
          caller.post(
              "/api/v1/orders/" + reference + "/input",
              "{'registrantChangeMode': 'LOCK_AT_ONCE', 'consents': %s}".formatted(consents));
    };
  }

  private static ObjectNode variables(ObjectNode order) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode variables = body.putObject("variables");
    order
        .properties()
        .forEach(
            member ->
                variables
                    .putObject(member.getKey())
                    .put("type", member.getValue().isTextual() ? "String" : "Json")
                    .put(
                        "value",
                        member.getValue().isTextual()
                            ? member.getValue().asText()
                            : member.getValue().toString()));
    return body;
  }

  private static ObjectNode order(String reference, String domain, String mode)
      throws JsonProcessingException {
    return (ObjectNode)
        JSON.readTree(
            """
            {"reference": "%s", "operation": "CHANGE_REGISTRANT", "account": "sandbox",
             "domain": "%s", "registrantChangeMode": "%s",
             "registrant": {"firstName": "Ada", "lastName": "Example", "street": ["Main Street 1"],
               "city": "Berlin", "postalCode": "10115", "country": "DE",
               "phone": "+49.301234567", "email": "ada@example.net"}}
            """
                .formatted(reference, domain, mode));
  }

  /** Places a change of registrant that then asks for consents. */
  static void placeForInput(Caller caller, String reference, String domain)
      throws JsonProcessingException {
    Answer placed =
        caller.postExactly("/api/v1/orders", order(reference, domain, "ASK").toString());
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    awaitWaitingFor(caller, reference, "CHOICE");
  }
}
