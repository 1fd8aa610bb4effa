package io.domainflow.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right of a client to send consents: who gave and took it and when, what is wrong with one,
 * and that it ends with its client.
 */
@DomainflowTest
class ConsentRightApiTest {

  private static final String CLIENTS = "/api/v1/clients/";
  private static final String ANYTHING = "'accounts': ['*'], 'operations': ['*']";
  private static final String RIGHT = "'consents': {'textVersion': '3'}";

  private final Caller admin;
  private final Clients clients;
  private final JdbcClient jdbc;

  @Autowired
  ConsentRightApiTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.admin = new Caller(port, "admin");
    this.clients = new Clients(port);
    this.jdbc = jdbc;
  }

  @Test
  void reportsWhoGaveAndTookTheRightAndWhen() {
    String name = clients.add(ANYTHING);
    assertThat(admin.get(CLIENTS + name).body().get("consents").isNull()).isTrue();

    clients.change(name, RIGHT);
    JsonNode given = admin.get(CLIENTS + name).body().get("consents");
    assertThat(given.get("textVersion").asText()).isEqualTo("3");
    assertThat(given.get("givenBy").asText()).isEqualTo("admin");
    assertThat(given.get("givenAt").asText()).isNotEmpty();
    assertThat(admin.get("/api/v1/clients").body()).contains(admin.get(CLIENTS + name).body());

    clients.change(name, "'description': 'the shop', " + RIGHT);
    assertThat(admin.get(CLIENTS + name).body().get("consents")).isEqualTo(given);
    clients.change(name, "'consents': {'textVersion': '4'}");
    clients.change(name, "'consents': null");

    assertThat(admin.get(CLIENTS + name).body().get("consents").isNull()).isTrue();
    assertThat(
            jdbc.sql(
                    """
                    select text_version, given_by, revoked_by
                    from client_consent_right
                    where client = :name and revoked_at >= given_at order by number
                    """)
                .param("name", name)
                .query(
                    (row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list())
        .containsExactly("3 admin admin", "4 admin admin");
  }

  @Test
  void saysWhatIsWrongWithARight() {
    String name = clients.add(ANYTHING);
    for (String wrong :
        List.of("{}", "{'textVersion': ''}", "true", "{'textVersion': '3', 'allowed': true}")) {
      Answer answer = admin.patch(CLIENTS + name, "{'consents': %s}".formatted(wrong));
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.body().at("/errors/0/field").asText()).as(wrong).startsWith("consents");
    }
    assertThat(admin.get(CLIENTS + name).body().get("consents").isNull()).isTrue();
  }

  /** A removed client leaves no permission to the next client with its name. */
  @Test
  void endsWithItsClient() {
    String name = clients.add(ANYTHING + ", " + RIGHT);
    assertThat(admin.delete(CLIENTS + name).status()).isEqualTo(204);

    Answer anew = admin.post("/api/v1/clients", "{'name': '%s', %s}".formatted(name, ANYTHING));

    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.body().get("consents").isNull()).isTrue();
  }
}
