package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.rest.client.ClientOrders.awaitStatus;
import static io.domainflow.rest.client.ClientOrders.place;
import static io.domainflow.rest.client.DocumentedCalls.documentedCalls;
import static io.domainflow.rest.client.DocumentedCalls.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.rest.client.DocumentedCalls.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All documented calls write times alike. */
@DomainflowTest
class DocumentedTimesTest {

  private static final Pattern TIME = Pattern.compile("(?<=\")\\d{4}-\\d\\d-\\d\\dT[^\"]*(?=\")");

  private final int port;
  private final Clients clients;
  private final String ownerName;
  private final Caller owner;

  @Autowired
  DocumentedTimesTest(@LocalServerPort int port) {
    this.port = port;
    this.clients = new Clients(port);
    this.ownerName = clients.add();
    this.owner = clients.caller(ownerName);
  }

  /** A reader compares times as text. */
  @Test
  void allTimesAreWrittenAlike() {
    Caller admin = new Caller(port, "admin");
    String domain = freshName("com");
    awaitStatus(owner, place(owner, domain), "COMPLETED");
    String reference = place(owner, freshName("ca"));
    awaitStatus(owner, reference, "WAITING");
    String webhook =
        owner
            .post("/api/v1/webhooks", "{'url': 'https://webhooks.example.net/'}")
            .body()
            .get("id")
            .asText();
    String delivery =
        owner.post("/api/v1/webhooks/" + webhook + "/test", "").body().get("id").asText();
    clients.token(ownerName);
    admin.call("PUT", "/api/v1/domains/" + domain + "/hold", "{'kind': 'COURT', 'reference': '1'}");
    String instance =
        admin.get("/api/v1/orders/" + reference).body().get("processInstanceId").asText();
    Map<String, List<String>> times = new TreeMap<>();

    for (String id : List.of(webhook, instance, "DomainRegistrationProcess")) {
      Things things = new Things(reference, domain, "sandbox", ownerName, id, delivery);
      for (String call : documentedCalls()) {
        if (call.startsWith("GET ")) {
          times
              .computeIfAbsent(call, each -> new ArrayList<>())
              .addAll(timesIn(send(admin, call, things).response().body()));
        }
      }
    }
    admin.delete("/api/v1/domains/" + domain + "/hold");
    owner.post("/api/v1/orders/" + reference + "/cancel", "");

    assertThat(times)
        .allSatisfy(
            (call, written) ->
                assertThat(written)
                    .as(call)
                    .allMatch(time -> time.matches(".*T\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z")));
    times.values().removeIf(List::isEmpty);
    assertThat(times.keySet())
        .hasSizeGreaterThan(12)
        .contains(
            "GET /api/v1/orders",
            "GET /api/v1/orders/{reference}/timeline",
            "GET /api/v1/domains/{domain}",
            "GET /api/v1/domains/{domain}/hold",
            "GET /api/v1/clients/{name}/tokens",
            "GET /api/v1/process-instances/{id}/audit",
            "GET /api/v1/webhooks/{id}/deliveries/{delivery}");
  }

  private static List<String> timesIn(String body) {
    return TIME.matcher(body).results().map(MatchResult::group).toList();
  }
}
