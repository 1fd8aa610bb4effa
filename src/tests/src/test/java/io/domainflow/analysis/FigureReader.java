package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the figures of a separate day, on which nothing else has ended. */
final class FigureReader {

  static final String FROM_BOTH =
      ", 'consents': [{'side': 'NEW', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'},"
          + " {'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 2'}]";

  private final Registrations registrations;
  private final Caller analyst;
  private final JdbcClient jdbc;
  private final MovableClock clock;

  FigureReader(int port, JdbcClient jdbc, MovableClock clock) {
    this.clock = clock;
    this.registrations = new Registrations(port);
    this.analyst = new Caller(port, "analyst");
    this.jdbc = jdbc;
  }

  /** The beginning of a day on which nothing else has ended, nor on the seven days after it. */
  LocalDate freshDay() {
    registrations.startOver();
    Instant now = Instant.parse(registrations.now());
    LocalDate day =
        jdbc.sql(
                """
                select min(day)::date from generate_series(1, 2000) ahead
                cross join lateral (select :today::date + ahead as day) days
                where not exists (select 1 from provisioning_order
                  where (ended_at at time zone 'UTC')::date between day and day + 7)
                """)
            .param("today", day(now))
            .query((row, n) -> row.getObject(1, LocalDate.class))
            .single();
    // No pending work would have to be done on the way there.
    clock.advanceTo(FigureCriteria.midnight(day).toInstant().plus(Duration.ofMinutes(1)));
    return day;
  }

  String place(String tld) {
    return registrations.place(freshName(tld));
  }

  JsonNode complete(String tld) {
    return registrations.awaitStatus(place(tld), "COMPLETED");
  }

  static String text(JsonNode row, String key) {
    return row.get(key).asText();
  }

  long narrowed(LocalDate day, String filter) {
    return StreamSupport.stream(
            analyst
                .get("/api/v1/figures/orders-per-day?from=%s&to=%s&%s".formatted(day, day, filter))
                .body()
                .get("rows")
                .spliterator(),
            false)
        .mapToLong(row -> row.get("completed").asLong())
        .sum();
  }

  /** A figure of one day, but for the time at which it was read. */
  JsonNode ofDay(String figure, LocalDate day) {
    Answer answer = analyst.get("/api/v1/figures/%s?from=%s&to=%s".formatted(figure, day, day));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return ((ObjectNode) answer.body()).without("asOf");
  }

  JsonNode read(String figure) {
    Answer answer = analyst.get("/api/v1/figures/" + figure);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  JsonNode row(String figure, String key, String value) {
    JsonNode table = read(figure);
    return rows(table).stream()
        .filter(row -> row.get(key).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row in " + table));
  }

  static List<JsonNode> rows(JsonNode table) {
    return StreamSupport.stream(table.get("rows").spliterator(), false).toList();
  }

  static List<String> texts(JsonNode tableOrList, String key) {
    JsonNode list = tableOrList.isArray() ? tableOrList : tableOrList.get("rows");
    return StreamSupport.stream(list.spliterator(), false)
        .map(row -> row.get(key).asText())
        .toList();
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
