package io.domainflow.rest.client;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.rest.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The calls of the specification, sent about given objects. */
final class DocumentedCalls {

  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/v1/domains",
          "?expiringBefore=2090-01-01",
          "/api/v1/consents",
          "?domain={domain}",
          "/api/v1/tlds",
          "?account={account}",
          "/api/v1/tlds/{tld}",
          "?account={account}");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private DocumentedCalls() {}

  /** The objects that the documented paths name. */
  record Things(
      String reference, String domain, String account, String client, String id, String delivery) {

    String in(String path) {
      return path.replace("{reference}", reference)
          .replace("{domain}", domain)
          .replace("{account}", account)
          .replace("{name}", client)
          .replace("{id}", id)
          .replace("{delivery}", delivery)
          .replace("{tld}", "com")
          .replace("{figure}", "orders-per-day");
    }

    /** An answer without the values from the request. */
    String without(String body) {
      String blank = body;
      for (String thing : List.of(reference, domain, account, client, id, delivery)) {
        blank = blank.replace(thing, "…");
      }
      return blank;
    }
  }

  /** Method and path of everything in the specification. */
  static List<String> documentedCalls() {
    List<String> calls = new ArrayList<>();
    OpenApi.read()
        .root()
        .get("paths")
        .properties()
        .forEach(
            path ->
                OpenApi.names(path.getValue()).stream()
                    .filter(METHODS::contains)
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey())
                    .forEach(calls::add));
    return calls;
  }

  /** Sends a call of the specification about these objects. */
  static Answer send(Caller caller, String call, Things things) {
    String method = call.substring(0, call.indexOf(' '));
    String path = call.substring(call.indexOf(' ') + 1);
    return caller.call(
        method,
        things.in(path + QUERIES.getOrDefault(path, "")),
        method.equals("GET") || method.equals("DELETE") ? null : "{}");
  }
}
