package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.build.TestTimeout;
import io.domainflow.model.MovableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The points that a node reserves in advance: as many as it just used, while the limit is far away.
 */
@DomainflowTest
class QuotaReservationsTest {

  private static final int MARK = 300;

  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private TransactionTemplate transaction;

  private final String account = "portions-" + UUID.randomUUID();
  private final MovableClock clock = new MovableClock();
  private UsageQuota usage;
  private QuotaReservations node;

  @BeforeEach
  void begin() {
    usage = new UsageQuota(jdbc, transactions, clock);
    node = new QuotaReservations(usage, clock);
  }

  @Test
  void oneCountCoversAsManyCommandsAsThereWereJustBefore() {
    use(node, 12);
    assertThat(usage.points(account)).as("each on its own").isEqualTo(12);
    laterBy(QuotaReservations.GOOD_FOR);

    for (int i = 0; i < 12; i++) {
      use(node, 1);
      assertThat(usage.points(account)).isEqualTo(12 + 12);
    }
    use(node, 1);

    assertThat(usage.points(account)).isEqualTo(12 + 12 + 12);
  }

  @Test
  void aPortionIsAFifteenthOfTheMarkAtMost() {
    use(node, 50);
    laterBy(QuotaReservations.GOOD_FOR);

    use(node, 1);

    assertThat(usage.points(account)).isEqualTo(50 + 20);
  }

  /** Otherwise a node would keep the points that another one needs. */
  @Test
  void fromHalfOfTheMarkOnEachCommandIsCountedByItself() {
    use(node, MARK / 2);
    laterBy(QuotaReservations.GOOD_FOR);

    use(node, 1);

    assertThat(usage.points(account)).isEqualTo(MARK / 2 + 1);
  }

  /** Otherwise a quiet account would count ever more than it uses. */
  @Test
  void whatIsLeftCountsAsUsedOnce() {
    use(node, 10);
    laterBy(QuotaReservations.GOOD_FOR);
    use(node, 1);
    laterBy(QuotaReservations.GOOD_FOR);
    use(node, 1);
    laterBy(QuotaReservations.GOOD_FOR);
    use(node, 1);

    assertThat(usage.points(account)).isEqualTo(10 + 10 + 1 + 1);
  }

  @Test
  void exactlyTheMarkIsReachedAlsoByTwoNodes() {
    QuotaReservations other = new QuotaReservations(usage, clock);
    use(node, 20);
    use(other, 20);
    laterBy(QuotaReservations.GOOD_FOR);
    int passed = 40;
    for (int i = 0; i < MARK; i++) {
      passed += node.take(account, 1, MARK).isEmpty() ? 1 : 0;
      passed += other.take(account, 1, MARK).isEmpty() ? 1 : 0;
    }

    assertThat(passed).isEqualTo(MARK);
  }

  @Test
  void whatWasSentCountsAlsoIfTheTransactionAroundItIsRolledBack() {
    use(node, 12);
    laterBy(QuotaReservations.GOOD_FOR);

    transaction.executeWithoutResult(
        status -> {
          use(node, 1);
          status.setRollbackOnly();
        });

    assertThat(usage.points(account)).isEqualTo(12 + 12);
  }

  /** Such as one that lasts as long as a call. */
  @Test
  void aTransactionHoldsUpNoOtherCommandOfTheAccount() {
    QuotaReservations other = new QuotaReservations(usage, clock);
    use(node, 1);

    transaction.executeWithoutResult(
        status -> {
          use(node, 1);
          assertThat(CompletableFuture.runAsync(() -> use(other, 1)))
              .succeedsWithin(TestTimeout.LIMIT);
        });

    assertThat(usage.points(account)).isEqualTo(3);
  }

  private void use(QuotaReservations by, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(by.take(account, 1, MARK)).isEmpty();
    }
  }

  private void laterBy(Duration duration) {
    clock.setOffset(clock.offset().plus(duration));
  }
}
