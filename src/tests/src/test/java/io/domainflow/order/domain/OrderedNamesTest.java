package io.domainflow.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Registrations;
import io.domainflow.order.Ordered;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.StoredOrders;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a name is gone because an order has deleted it. */
class OrderedNamesTest {

  private static JdbcClient jdbc;

  @BeforeAll
  static void database() {
    jdbc = StoredOrders.database();
  }

  @ParameterizedTest
  @CsvSource({
    "same, DELETE, COMPLETED, 1, true",
    "same, DELETE, IN_PROGRESS, 1, true",
    "same, DELETE, WAITING, 1, true",
    "same, DELETE, FAILED, 1, false",
    "same, DELETE, CANCELLED, 1, false",
    "same, DELETE, COMPLETED, -1, false",
    "same, RENEW, COMPLETED, 1, false",
    "other, DELETE, COMPLETED, 1, false"
  })
  void aDeletionCountsThatWasOrderedSinceAndHasNotFailed(
      String account, String operation, String status, int days, boolean counts) {
    String name = Registrations.freshName("ca");
    ProvisioningOrder registration = Ordered.registration(name, "1Y").order();
    StoredOrders.insert(
        jdbc,
        account.equals("same") ? registration.content().account() : account,
        name,
        operation,
        status,
        registration.createdAt().plus(Duration.ofDays(days)));

    assertThat(new OrderedNames(jdbc).isDeletionOrdered(registration)).isEqualTo(counts);
  }
}
