package io.domainflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The shop's own program: an API client that may send the consents of registrants. */
final class ShopProgram {

  /** Its login. */
  static final String LOGIN = "client/demo-shop";

  /** Version of the text that customers of the shop agree to. */
  static final String TEXT = "2026-1";

  private static final String NAME = "demo-shop";
  private static final String CLIENTS = "/api/v1/clients";
  // stories often check the status of their orders
  private static final int REQUESTS_PER_MINUTE = 1_000_000;

  private ShopProgram() {}

  /** Creates the client, unless it exists, and makes the calls log in with one of its tokens. */
  static void logIn(Calls calls) {
    if (!isThere(calls.get("admin", CLIENTS))) {
      calls.send(
          "admin",
          "POST",
          CLIENTS,
          Members.of(
              "name",
              NAME,
              "description",
              "the shop of the demo data",
              "accounts",
              List.of("*"),
              "operations",
              List.of("*"),
              "requestsPerMinute",
              REQUESTS_PER_MINUTE,
              "consents",
              Members.of("textVersion", TEXT)));
    }
    JsonNode issued = calls.send("admin", "POST", CLIENTS + "/" + NAME + "/tokens", Members.of());
    calls.useToken(LOGIN, issued.get("token").asText());
  }

  private static boolean isThere(JsonNode clients) {
    return StreamSupport.stream(clients.spliterator(), false)
        .anyMatch(client -> client.get("name").asText().equals(NAME));
  }
}
