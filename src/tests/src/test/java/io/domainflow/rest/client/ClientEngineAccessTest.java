package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.rest.client.ClientOrders.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Clients reach nothing of the engine and its web applications, and no user of the engine is one of
 * them.
 */
@DomainflowTest
class ClientEngineAccessTest {

  private static final List<String> ON_THE_ENGINE =
      List.of(
          "GET process-instance",
          "GET process-instance/{id}",
          "GET process-instance/{id}/variables",
          "PUT process-instance/{id}/variables/x",
          "PUT process-instance/{id}/suspended",
          "DELETE process-instance/{id}",
          "GET process-instance/count?businessKey={reference}",
          "POST process-instance",
          "POST process-instance/count",
          "GET execution?processInstanceId={id}",
          "GET task?processInstanceId={id}",
          "GET task/count",
          "POST task",
          "GET variable-instance",
          "POST variable-instance/count",
          "GET incident",
          "GET job",
          "GET external-task",
          "POST external-task/fetchAndLock",
          "POST message",
          "POST signal",
          "POST condition",
          "GET history/process-instance/{id}",
          "GET history/process-instance/count?processInstanceBusinessKey={reference}",
          "POST history/process-instance",
          "GET history/variable-instance?processInstanceId={id}",
          "GET history/activity-instance",
          "GET history/detail",
          "GET history/task",
          "GET history/user-operation",
          "GET event-subscription",
          "GET filter",
          "GET user",
          "GET authorization",
          "GET metrics");

  private final int port;
  private final Clients clients;
  private final String ownerName;
  private final Caller owner;
  private final Caller other;

  @Autowired
  ClientEngineAccessTest(@LocalServerPort int port) {
    this.port = port;
    this.clients = new Clients(port);
    this.ownerName = clients.add();
    this.owner = clients.caller(ownerName);
    this.other = clients.caller(clients.add());
  }

  @Test
  void readsAndChangesNothingOnTheEngine() {
    String reference = place(owner, freshName("ca"));
    String instance =
        owner.get("/api/v1/orders/" + reference).body().get("processInstanceId").asText();

    for (String call : ON_THE_ENGINE) {
      String method = call.substring(0, call.indexOf(' '));
      String path =
          call.substring(call.indexOf(' ') + 1)
              .replace("{id}", instance)
              .replace("{reference}", reference);
      for (String engine : List.of("/engine-rest/", "/engine-rest/engine/default/")) {
        for (Caller client : List.of(owner, other)) {
          Answer answer = client.call(method, engine + path, method.equals("GET") ? null : "{}");
          assertThat(answer.status()).as(method + " " + engine + path).isEqualTo(403);
        }
      }
    }
    assertThat(owner.post("/api/v1/orders/" + reference + "/cancel", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/process-instance",
        "/camunda/api/engine/engine/default/history/variable-instance",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "/camunda/api/admin/auth/user/default",
        "/actuator/metrics",
        "/actuator/info",
        "/sandbox/ledger",
        "/sandbox/clock",
        "/accounts"
      })
  void tokensAreAcceptedNowhereElse(String path) {
    String token = clients.token(ownerName);

    assertThat(Caller.client(port, token).get(path).status()).isIn(401, 404);
    assertThat(new Caller(port, ownerName, token).get(path).status()).isIn(401, 404);
  }

  @Test
  void noUserOfTheEngineGetsTheLoginOfAClient() {
    Caller admin = new Caller(port, "admin");
    String user =
        "{'profile': {'id': 'client/%s', 'firstName': 'A', 'lastName': 'B'},"
            + " 'credentials': {'password': 'a long password'}}";

    assertThat(admin.post("/engine-rest/user/create", user.formatted(ownerName)).status())
        .isGreaterThanOrEqualTo(400);

    assertThat(admin.get("/engine-rest/user?lastName=B").body()).isEmpty();
    assertThat(new Caller(port, "client/" + ownerName, "a long password").get("/engine-rest/user"))
        .extracting(Answer::status)
        .isEqualTo(401);
  }
}
