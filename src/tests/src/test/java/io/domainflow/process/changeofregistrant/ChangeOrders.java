package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Registrations;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON of orders for a change of registrant, and of the consents that come with them. */
final class ChangeOrders {

  /** Proof that comes with an order, for both sides. */
  static final String FROM_BOTH =
      ", 'consents': [" + proofFrom("NEW", false) + "," + optOut() + "]";

  /** Proof that comes with an order, for the new registrant only. */
  static final String FROM_NEW = ", 'consents': [" + proofFrom("NEW", false) + "]";

  /** The registrant of {@link Registrations#placeChange}, who lives elsewhere. */
  static final String ADA_ELSEWHERE =
      ", 'registrant': {'firstName': 'Ada', 'lastName': 'Example', 'street': ['Old Street 1'],"
          + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
          + " 'email': 'ada@example.net'}";

  static final String LOCK_AT_ONCE = ", 'registrantChangeMode': 'LOCK_AT_ONCE'";
  static final String WAIT_WITHOUT_LOCK = ", 'registrantChangeMode': 'WAIT_WITHOUT_LOCK'";
  static final String WAIT_THEN_LOCK = ", 'registrantChangeMode': 'WAIT_THEN_LOCK'";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ChangeOrders() {}

  /** A consent in the JSON of an order. */
  static String proofFrom(String side, boolean optOut) {
    return "{'side': '%s', 'basis': 'agreement', 'textVersion': '3', 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'%s}"
        .formatted(side, optOut ? ", 'optOutOfLock': true" : "");
  }

  private static String optOut() {
    return proofFrom("PRIOR", true);
  }

  /** An order with these members as the start of a process over Camunda REST. */
  static String asStart(String reference, String domain, String more) {
    try {
      JsonNode order =
          JSON.readTree(
              ("{'account': 'sandbox', 'domain': '%s', 'registrant': {'firstName': 'Ada',"
                      + " 'lastName': 'Example', 'street': ['Main Street 1'], 'city': 'Berlin',"
                      + " 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
                      + " 'email': 'ada@example.net'} %s}")
                  .formatted(domain, more)
                  .replace('\'', '"'));
      ObjectNode start = JSON.createObjectNode().put("businessKey", reference);
      ObjectNode variables = start.putObject("variables");
      order
          .properties()
          .forEach(
              member ->
                  variables
                      .putObject(member.getKey())
                      .put(
                          "value",
                          member.getValue().isTextual()
                              ? member.getValue().asText()
                              : member.getValue().toString())
                      .put("type", member.getValue().isTextual() ? "String" : "Json"));
      return start.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
