package io.domainflow.analysis;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The heat map shows how often and how long each step was carried out, in any period. */
@DomainflowTest
class HeatMapTest {

  private static final String REGISTRATION = "DomainRegistrationProcess";
  private static final String HEAT = "/api/v1/processes/" + REGISTRATION + "/heat";

  private final Registrations registrations;
  private final Caller analyst;
  private final DayCounting days;
  private final JdbcClient jdbc;

  @Autowired
  HeatMapTest(@LocalServerPort int port, DayCounting days, JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.analyst = new Caller(port, "analyst");
    this.days = days;
    this.jdbc = jdbc;
  }

  @Test
  void heatIsTheSameBeforeAndAfterTheDayIsCounted() {
    String reference = registrations.place(freshName("com"));
    registrations.awaitStatus(reference, "COMPLETED");
    String day = registrations.now().substring(0, 10);
    String period = "?from=" + day + "&to=" + day;
    assertThat(analyst.get(HEAT + period).body().get("activities"))
        .anySatisfy(
            activity -> {
              assertThat(activity.get("activity").asText()).isEqualTo("Task_RegisterDomain");
              assertThat(activity.get("step").asText()).isEqualTo("Register domain");
              assertThat(activity.get("finished").asInt()).isPositive();
              assertThat(activity.get("medianSeconds").asDouble())
                  .isLessThanOrEqualTo(activity.get("totalSeconds").asDouble());
            });
    days.startOver();
    registrations.advance("P2D");
    JsonNode read = activities(period);

    days.countFinishedDays();

    assertThat(counted(day)).isPositive();
    assertThat(activities(period)).isEqualTo(read);
    days.countFinishedDays();
    assertThat(activities(period)).isEqualTo(read);
  }

  @Test
  void daysThatComeAgainAfterTheClockWasSetBackAreCountedAgain() {
    registrations.awaitStatus(registrations.place(freshName("com")), "COMPLETED");
    String day = registrations.now().substring(0, 10);
    registrations.advance("P2D");
    days.countFinishedDays();
    int before = counted(day);
    jdbc.sql(
            """
            insert into activity_day
            select :today::date + 3, proc_def_id, activity, duration_class, 7, 0, 777777777
            from activity_day where day = :day::date
            """)
        .param("today", registrations.now())
        .param("day", day)
        .update();
    jdbc.sql("update figures_counted set before = :today::date + 4")
        .param("today", registrations.now())
        .update();

    days.countFinishedDays();

    String later = registrations.now().substring(0, 10);
    assertThat(jdbc.sql("select before from figures_counted").query(String.class).single())
        .isEqualTo(later);
    assertThat(counted(day)).isEqualTo(before).isPositive();
    registrations.awaitStatus(registrations.place(freshName("com")), "COMPLETED");
    registrations.advance("P5D");
    days.countFinishedDays();
    assertThat(counted(later)).isPositive();
    assertThat(
            jdbc.sql("select count(*) from activity_day where millis = 777777777")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void heatKnowsWhatIsBeingCarriedOut() {
    String reference = registrations.place(freshName("ca"));
    registrations.awaitStatus(reference, "WAITING");

    assertThat(analyst.get(HEAT).body().get("activities"))
        .anySatisfy(
            activity -> {
              assertThat(activity.get("activity").asText())
                  .isEqualTo("Task_CollectAdditionalFields");
              assertThat(activity.get("running").asInt()).isPositive();
            });
    registrations.cancel(reference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2026-01-02&to=2026-01-01",
        "from=2025-01-01&to=2026-01-02",
        "from=2026-13-01",
        "from=2999-01-01",
        "version=1"
      })
  void refusesInvalidPeriods(String query) {
    assertThat(analyst.get(HEAT + "?" + query).status()).isEqualTo(400);
  }

  private JsonNode activities(String period) {
    return analyst.get(HEAT + period).body().get("activities");
  }

  private int counted(String day) {
    return jdbc.sql("select count(*) from activity_day where day = :day::date")
        .param("day", day)
        .query(Integer.class)
        .single();
  }
}
