package io.domainflow.order.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.order.StoredOrders;
import io.domainflow.order.progress.OrdersAwaitingCredit.Waiting;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which orders an account without credit keeps waiting. */
class OrdersAwaitingCreditTest {

  private static final Instant PLACED = Instant.parse("2026-03-01T10:00:00Z");

  private final JdbcClient jdbc = StoredOrders.database();
  private final OrdersAwaitingCredit waits = new OrdersAwaitingCredit(jdbc);

  @Test
  void areThoseOfTheAccountThatWaitForCreditTheOldestFirst() {
    String second = waiting("a", "second.com", "CREDIT", PLACED.plusSeconds(60));
    String first = waiting("a", "first.com", "CREDIT", PLACED);
    waiting("b", "other-account.com", "CREDIT", PLACED);
    waiting("a", "other-wait.com", "PRICE", PLACED);

    assertThat(waits.of("a")).extracting(Waiting::processInstanceId).containsExactly(first, second);

    waits.waitForTask("a", "task");
    assertThat(
            jdbc.sql("select domain from provisioning_order where waiting_task_id = 'task'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("first.com", "second.com");
  }

  private String waiting(String account, String domain, String code, Instant placed) {
    UUID id = StoredOrders.insert(jdbc, account, domain, "REGISTER", "WAITING", placed);
    jdbc.sql(
            """
            update provisioning_order set waiting_who = 'OPERATOR', waiting_code = :code
            where id = :id
            """)
        .param("code", code)
        .param("id", id)
        .update();
    return id.toString();
  }
}
