package io.domainflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.domainflow.model.MovableClock;
import io.domainflow.model.RenewalMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an order ended is read as it was recorded. */
class OrderResultsTest {

  private static final Instant PLACED = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = PLACED.plus(Duration.ofDays(60));

  private static JdbcClient jdbc;

  private final MovableClock clock = new MovableClock(Clock.fixed(PLACED, ZoneOffset.UTC));
  private final OrderLookup lookup = new OrderLookup(jdbc, null, new JsonMapper());
  private final OrderResults results =
      new OrderResults(jdbc, lookup, new OrderOwnership(jdbc, null), clock);
  private UUID order;

  @BeforeAll
  static void database() {
    jdbc = StoredOrders.database();
  }

  @BeforeEach
  void anOrder() {
    order = StoredOrders.insert(jdbc, "a", "example.com", "DELETE", "COMPLETED", PLACED);
  }

  @Test
  void anOutcomeHasWhatWasRecordedAndNothingElse() {
    Outcome deleted = new Outcome(Outcome.Code.DELETED, null, null, null, LATER, "It is gone.");
    results.reached(order, deleted);
    assertThat(read().outcome()).isEqualTo(deleted);

    Outcome updated =
        new Outcome(Outcome.Code.UPDATED, LATER, RenewalMode.AUTORENEW, PLACED, null, null);
    results.reached(order, updated);
    assertThat(read().outcome()).isEqualTo(updated);
  }

  @Test
  void aFailureSaysFromWhenOnItIsPossible() {
    Failure locked = new Failure(Failure.Reason.REGISTRAR_REFUSED, "It is locked.", 552, LATER);
    results.failed(order, locked);
    assertThat(read().failure()).isEqualTo(locked);

    Failure taken = new Failure(Failure.Reason.NAME_TAKEN, "It is taken.", null);
    results.failed(order, taken);
    assertThat(read().failure()).isEqualTo(taken);
  }

  @Test
  void theEndOfALockChangesAnOrderOnlyIfItMoves() {
    results.reached(order, new Outcome(Outcome.Code.UPDATED, null, null, null));

    results.lockedUntil(order, LATER);
    assertThat(read().outcome().lockedUntil()).isEqualTo(LATER);

    clock.advanceTo(PLACED.plus(Duration.ofDays(1)));
    results.lockedUntil(order, LATER);
    assertThat(read().updatedAt()).isEqualTo(PLACED);
  }

  private ProvisioningOrder read() {
    return lookup.bare(order);
  }
}
