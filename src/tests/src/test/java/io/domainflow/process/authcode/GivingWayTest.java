package io.domainflow.process.authcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.LockWait;
import io.domainflow.Registrations;
import io.domainflow.model.DomainName;
import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An auth code that waits for its approver gives way to the owner who wants the name to stop. */
@DomainflowTest
class GivingWayTest {

  private static final Duration PROMPT = Duration.ofSeconds(20);

  private final RegistrantMailAddresses registrants;
  private final Orders orders;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Registrations stories;
  private final AuthCodeStories codes;
  private final Clients clients;
  private final Caller billing;

  @Autowired
  GivingWayTest(
      @LocalServerPort int port,
      RegistrarGateway gateway,
      RegistrantMailAddresses registrants,
      Orders orders,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.registrants = registrants;
    this.orders = orders;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.stories = new Registrations(port);
    this.codes = new AuthCodeStories(stories, gateway);
    this.clients = new Clients(port);
    this.billing = new Caller(port, "billing");
  }

  /** The new order finds the name busy, and as it is stored, the earlier one begins to wait. */
  @Test
  void alsoIfItIsJustPutBeforeTheApprover() {
    String domain = suspicious();
    String code = codes.place(domain, "");
    UUID id =
        UUID.fromString(stories.awaitWaitingFor(code, "AUTH_CODE_APPROVAL").get("id").asText());
    WaitingFor approval = orders.get(id).waitingFor();
    transaction.executeWithoutResult(status -> orders.inProgress(id));

    CompletableFuture<Answer> suspension =
        transaction.execute(
            status -> {
              orders.waiting(id, approval);
              CompletableFuture<Answer> placed =
                  CompletableFuture.supplyAsync(() -> suspend(billing, domain));
              await().until(() -> LockWait.isAt("insert into provisioning_order", jdbc));
              return placed;
            });

    assertThat(suspension).succeedsWithin(PROMPT).extracting(Answer::status).isEqualTo(202);
    stories.awaitStatus(code, "CANCELLED");
  }

  /** Otherwise the owner could not stop a name because of the order that he wants to stop. */
  @Test
  void alsoIfItsOwnerMayHaveNoFurtherOpenOrder() {
    String domain = suspicious();
    String name = clients.add("'accounts': ['*'], 'operations': ['*'], 'openOrders': 1");
    Caller shop = clients.caller(name);
    stories.give(domain, "client/" + name);
    String code = "A-" + UUID.randomUUID();
    assertThat(order(shop, code, "AUTH_CODE", domain).status()).isEqualTo(202);
    await().until(() -> waitsFor(shop, code).equals("AUTH_CODE_APPROVAL"));

    assertThat(order(shop, "R-" + UUID.randomUUID(), "RENEW", suspicious()).status())
        .isNotEqualTo(202);
    Answer suspension = suspend(shop, domain);

    assertThat(suspension.status()).as(suspension.body().toString()).isEqualTo(202);
    assertThat(shop.get("/api/v1/orders/" + code).body().get("status").asText())
        .isEqualTo("CANCELLED");
  }

  /** A name whose mail address has just changed, so that somebody has to agree. */
  private String suspicious() {
    String domain = codes.here("com", "");
    registrants.seen(stories.account(), DomainName.of(domain), "before@example.org");
    return domain;
  }

  private Answer suspend(Caller caller, String domain) {
    return order(caller, "S-" + UUID.randomUUID(), "SUSPEND", domain);
  }

  private Answer order(Caller caller, String reference, String operation, String domain) {
    return caller.post(
        "/api/v1/orders",
        "{'reference': '%s', 'operation': '%s', 'account': '%s', 'domain': '%s'}"
            .formatted(reference, operation, stories.account(), domain));
  }

  private static String waitsFor(Caller caller, String reference) {
    JsonNode order = caller.get("/api/v1/orders/" + reference).body();
    return order.at("/waitingFor/code").asText();
  }
}
