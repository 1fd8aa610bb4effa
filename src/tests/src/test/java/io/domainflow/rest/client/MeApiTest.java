package io.domainflow.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A program can ask which login it uses. */
@DomainflowTest
class MeApiTest {

  private final int port;
  private final Clients clients;
  private final Registrations registrations;

  @Autowired
  MeApiTest(@LocalServerPort int port) {
    this.port = port;
    this.clients = new Clients(port);
    this.registrations = new Registrations(port);
  }

  private static JsonNode me(Caller caller) {
    Caller.Answer answer = caller.get("/api/v1/me");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void showsAClientItsScopeAndTheBalanceOfItsOwnAccounts() {
    registrations.awaitStatus(registrations.place(Registrations.freshName("com")), "COMPLETED");
    String client =
        clients.add("'group': 'me', 'accounts': ['sandbox2'], 'operations': ['RENEW', 'RESTORE']");

    JsonNode me = me(clients.caller(client));

    assertThat(me.get("login").asText()).isEqualTo("client/" + client);
    assertThat(me.get("owner").asText()).isEqualTo("group/me");
    assertThat(me.get("operations"))
        .extracting(JsonNode::asText)
        .containsExactly("RENEW", "RESTORE");
    assertThat(me.get("accounts")).hasSize(1);
    assertThat(me.at("/accounts/0/name").asText()).isEqualTo("sandbox2");
    assertThat(me.at("/accounts/0").has("balance")).isTrue();
  }

  @Test
  void tellsStaffThatItsNamesHaveNoOwner() {
    JsonNode operator = me(new Caller(port, "operator"));

    assertThat(operator.get("owner").isNull()).isTrue();
    assertThat(operator.get("operations")).isNotEmpty();
    assertThat(me(new Caller(port, "analyst")).get("operations")).isEmpty();
    assertThat(Caller.stranger(port).get("/api/v1/me").status()).isEqualTo(401);
  }
}
