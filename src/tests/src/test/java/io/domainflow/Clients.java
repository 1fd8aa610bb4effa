package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller.Answer;
import java.util.UUID;

/** Creates API clients for tests, over HTTP as an administrator does. */
public final class Clients {

  private static final String PATH = "/api/v1/clients/";
  private static final String CONSENTING = "consenting-shop";

  /** The login of {@link #consenting}. */
  public static final String CONSENTING_LOGIN = "client/" + CONSENTING;

  private final int port;
  private final Caller admin;

  public Clients(int port) {
    this.port = port;
    this.admin = new Caller(port, "admin");
  }

  /** Creates a client with these members besides its name, and returns the name. */
  public String add(String members) {
    String name = "shop-" + UUID.randomUUID().toString().substring(0, 18);
    Answer added = admin.post("/api/v1/clients", "{'name': '%s', %s}".formatted(name, members));
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return name;
  }

  /** Creates a client that may order everything everywhere. */
  public String add() {
    return add("'accounts': ['*'], 'operations': ['*']");
  }

  /**
   * The one client that may send consents with its orders, of the text with the version 3; all
   * tests share it.
   */
  public Caller consenting() {
    Answer added =
        admin.post(
            "/api/v1/clients",
            "{'name': '%s', 'accounts': ['*'], 'operations': ['*'], 'requestsPerMinute': 1000000,"
                    .formatted(CONSENTING)
                + " 'consents': {'textVersion': '3'}}");
    assertThat(added.status()).as(added.body().toString()).isIn(201, 409);
    return caller(CONSENTING);
  }

  /** Creates a token for a client and returns its text. */
  public String token(String name) {
    Answer issued = admin.post(PATH + name + "/tokens", "{}");
    assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
    return issued.body().get("token").asText();
  }

  /** The client with a fresh token. */
  public Caller caller(String name) {
    return Caller.client(port, token(name));
  }

  public void change(String name, String members) {
    Answer changed = admin.patch(PATH + name, "{" + members + "}");
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
  }
}
