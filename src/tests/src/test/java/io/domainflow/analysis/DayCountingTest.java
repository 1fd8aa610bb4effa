package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of a day are the same before and after it is counted, and it is counted once. */
@DomainflowTest
class DayCountingTest {

  private final Registrations registrations;
  private final DayCounting counting;
  private final JdbcClient jdbc;
  private final FigureReader reader;

  @Autowired
  DayCountingTest(
      @LocalServerPort int port, DayCounting counting, JdbcClient jdbc, MovableClock clock) {
    this.registrations = new Registrations(port);
    this.counting = counting;
    this.jdbc = jdbc;
    this.reader = new FigureReader(port, jdbc, clock);
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  @Test
  void aDayHasTheSameFiguresBeforeAndAfterItIsCounted() {
    LocalDate day = reader.freshDay();
    reader.complete("com");
    reader.complete("com");
    reader.complete("net");
    for (int i = 0; i < 2; i++) {
      fail("net");
    }
    fail("org");
    registrations.cancel(
        registrations.awaitStatus(reader.place("ca"), "WAITING").get("reference").asText());

    List<String> figures =
        List.of(
            "orders-per-day",
            "success-by-tld",
            "success-by-account",
            "time-to-done",
            "failure-reasons",
            "order-flow",
            "success-by-operation");
    List<JsonNode> before = figures.stream().map(figure -> reader.ofDay(figure, day)).toList();

    assertThat(FigureReader.rows(before.get(0))).hasSize(1);
    JsonNode perDay = before.get(0).at("/rows/0");
    assertThat(perDay.get("day").asText()).isEqualTo(day.toString());
    assertThat(perDay.get("operation").asText()).isEqualTo("REGISTER");
    assertThat(perDay.get("completed").asInt()).isEqualTo(3);
    assertThat(perDay.get("failed").asInt()).isEqualTo(3);
    assertThat(perDay.get("cancelled").asInt()).isEqualTo(1);
    assertThat(FigureReader.texts(before.get(1), "tld")).containsExactly("net", "org", "com", "ca");
    JsonNode net = before.get(1).at("/rows/0");
    assertThat(net.get("ended").asInt()).isEqualTo(3);
    assertThat(net.get("success").asDouble()).isEqualTo(0.3333);
    assertThat(net.get("mainReason").asText()).isEqualTo("NAME_TAKEN");
    assertThat(net.get("mainFailed").asInt()).isEqualTo(2);
    assertThat(before.get(1).at("/rows/2/success").asDouble()).isEqualTo(1);
    assertThat(before.get(1).at("/rows/2/mainReason").isNull()).isTrue();
    assertThat(before.get(1).at("/rows/3/success").isNull()).isTrue();
    assertThat(before.get(2).at("/rows/0/account").asText()).isEqualTo("sandbox");
    assertThat(before.get(2).at("/rows/0/failed").asInt()).isEqualTo(3);
    assertThat(before.get(4).at("/rows/0/reason").asText()).isEqualTo("NAME_TAKEN");
    assertThat(before.get(4).at("/rows/0/orders").asInt()).isEqualTo(3);
    assertThat(before.get(4).at("/rows/0/tlds").asText()).isEqualTo("net 2, org 1");
    assertThat(before.get(4).at("/rows/0/what").asText())
        .isEqualTo("The name is already registered.");
    assertThat(before.get(3).at("/rows/0/completed").asInt()).isEqualTo(3);
    exactTimes(day)
        .forEach(
            (part, seconds) ->
                assertThat(before.get(3).at("/rows/0/" + part).asDouble())
                    .as(part)
                    .isCloseTo(seconds, within(seconds * 0.05 + 0.001)));

    registrations.advance("P1D");
    counting.countFinishedDays();
    assertThat(counted(day)).isZero();
    registrations.advance("PT6H");
    counting.countFinishedDays();
    assertThat(counted(day)).isEqualTo(7);
    assertThat(figures.stream().map(figure -> reader.ofDay(figure, day))).isEqualTo(before);
    counting.startOver();
    assertThat(counted(day)).isZero();
    assertThat(figures.stream().map(figure -> reader.ofDay(figure, day))).isEqualTo(before);
  }

  @Test
  void daysThatComeAgainAfterTheClockWasSetBackAreCountedAgain() {
    LocalDate day = reader.freshDay();
    reader.complete("com");
    registrations.advance("P2D");
    counting.countFinishedDays();
    assertThat(counted(day)).isEqualTo(1);

    jdbc.sql("update figures_counted set before = :day").param("day", day.plusDays(9)).update();
    reader.complete("com");
    assertThat(reader.narrowed(day.plusDays(2), "")).isZero();
    counting.countFinishedDays();

    assertThat(reader.narrowed(day.plusDays(2), "")).isEqualTo(1);
    assertThat(counted(day)).isEqualTo(1);
  }

  @Test
  void anOrderBelongsToTheDayOfUtcOnWhichItEnded() {
    LocalDate day = reader.freshDay();
    LocalDate next = day.plusDays(1);
    endedAt(reader.complete("com"), day, "23:59:59.999999");
    endedAt(reader.complete("com"), next, "00:00");
    endedAt(reader.complete("com"), next, "23:59:59.999999");
    endedAt(reader.complete("com"), next.plusDays(1), "00:00");
    assertThat(reader.narrowed(day, "")).isEqualTo(1);
    assertThat(reader.narrowed(next, "")).isEqualTo(2);

    registrations.advance("P2DT7H");
    counting.countFinishedDays();

    assertThat(counted(day)).isEqualTo(1);
    assertThat(counted(next)).isEqualTo(2);
    assertThat(counted(next.plusDays(1))).isZero();
    assertThat(reader.narrowed(day, "")).isEqualTo(1);
    assertThat(reader.narrowed(next, "")).isEqualTo(2);
    assertThat(reader.narrowed(next.plusDays(1), "")).isEqualTo(1);
  }

  @Test
  void nodesThatCountAtTheSameTimeCountNothingTwice() {
    LocalDate day = reader.freshDay();
    reader.complete("com");
    reader.complete("net");
    registrations.advance("P1DT7H");
    counting.startOver();
    JsonNode before = reader.ofDay("success-by-tld", day);

    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(counting::countFinishedDays))
                .limit(4)
                .toArray(CompletableFuture<?>[]::new))
        .join();
    counting.countFinishedDays();

    assertThat(counted(day)).isEqualTo(2);
    assertThat(reader.ofDay("success-by-tld", day)).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    """
                    select (select sum(orders) from figures_orders)
                      - (select count(*) from provisioning_order
                         where ended_at < (select before from figures_counted)::timestamp
                           at time zone 'UTC')
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private void endedAt(JsonNode order, LocalDate day, String time) {
    jdbc.sql("update provisioning_order set ended_at = :at::timestamptz where id = :order::uuid")
        .param("at", day + "T" + time + "Z")
        .param("order", order.get("id").asText())
        .update();
  }

  private void fail(String tld) {
    String domain = freshName(tld);
    registrations.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(domain));
    registrations.awaitStatus(registrations.place(domain), "FAILED");
  }

  private int counted(LocalDate day) {
    return jdbc.sql("select coalesce(sum(orders), 0) from figures_orders where day = :day")
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  private Map<String, Double> exactTimes(LocalDate day) {
    return jdbc.sql(
            """
            select percentile_disc(0.5) within group (order by seconds) as median,
              percentile_disc(0.95) within group (order by seconds) as p95
            from (select extract(epoch from ended_at - created_at)::float8 as seconds
              from provisioning_order where status = 'COMPLETED'
                and ended_at >= :day and ended_at < :day + interval '1 day') times
            """)
        .param("day", FigureCriteria.midnight(day))
        .query((row, n) -> Map.of("median", row.getDouble("median"), "p95", row.getDouble("p95")))
        .single();
  }
}
