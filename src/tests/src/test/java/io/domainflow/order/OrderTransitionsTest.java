package io.domainflow.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.DomainflowTest;
import io.domainflow.LockWait;
import io.domainflow.Registrations;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Simultaneous steps keep an order's status consistent. */
@DomainflowTest
class OrderTransitionsTest {

  private static final WaitingFor FOR_CREDIT =
      new WaitingFor(WaitingFor.Who.OPERATOR, WaitingFor.Code.CREDIT, "top it up", null, null);

  private final Registrations registrations;
  private final Orders orders;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  @Autowired
  OrderTransitionsTest(
      @LocalServerPort int port, Orders orders, TransactionTemplate transaction, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.orders = orders;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  @Test
  void twoStepsAtOnceNoteTheSameWaitOnce() {
    String reference = registrations.place(freshName("ca"));
    UUID id = UUID.fromString(registrations.awaitStatus(reference, "WAITING").get("id").asText());

    CompletableFuture<Void> second =
        transaction.execute(
            status -> {
              orders.waiting(id, FOR_CREDIT);
              CompletableFuture<Void> other = CompletableFuture.runAsync(() -> waitForCredit(id));
              await().until(() -> LockWait.isAt("provisioning_order", jdbc));
              return other;
            });
    second.join();

    assertThat(
            jdbc.sql("select count(*) from order_event where order_id = :id and code = 'CREDIT'")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    registrations.cancel(reference);
  }

  private void waitForCredit(UUID id) {
    transaction.executeWithoutResult(status -> orders.waiting(id, FOR_CREDIT));
  }
}
