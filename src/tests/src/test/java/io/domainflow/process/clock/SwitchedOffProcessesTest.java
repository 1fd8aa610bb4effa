package io.domainflow.process.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import io.domainflow.process.AccountProcess;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The checks of accounts and the watch of transfers are switched off here. */
@DomainflowTest
class SwitchedOffProcessesTest {

  private static final String DAILY = "AccountCheckProcess";
  private static final String OFTEN = "TransferWatchProcess";

  private final Registrations stories;
  private final ManagementService management;
  private final HistoryService history;
  private final MovableClock clock;
  private final Timetables timetables;

  @Autowired
  SwitchedOffProcessesTest(
      @LocalServerPort int port,
      ManagementService management,
      HistoryService history,
      MovableClock clock,
      Timetables timetables) {
    this.stories = new Registrations(port);
    this.management = management;
    this.history = history;
    this.clock = clock;
    this.timetables = timetables;
  }

  @Test
  void neitherStartsByItsTimetable() {
    long before = started();

    stories.advance("P2D");

    assertThat(started()).isEqualTo(before);
    assertThat(List.of(start(DAILY), start(OFTEN)))
        .allSatisfy(
            start -> {
              assertThat(start.isSuspended()).as("as Cockpit shows it").isTrue();
              assertThat(start.getDuedate()).isBefore(Date.from(clock.instant()));
            });
  }

  @Test
  void startsAgainOnceItIsSwitchedOn() {
    new Timetables(management, List.of(new SwitchedOn(DAILY)), clock).switchOnAndOff();
    try {
      assertThat(start(DAILY).isSuspended()).isFalse();
      long before = started();

      stories.advance("P2D");

      assertThat(started()).isGreaterThan(before);
    } finally {
      timetables.switchOnAndOff();
    }
    assertThat(start(DAILY).isSuspended()).isTrue();
  }

  private Job start(String process) {
    return management.createJobQuery().processDefinitionKey(process).timers().list().stream()
        .filter(job -> job.getProcessInstanceId() == null)
        .findFirst()
        .orElseThrow();
  }

  private long started() {
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKeyIn(DAILY, OFTEN)
        .count();
  }

  private record SwitchedOn(String key) implements AccountProcess {

    @Override
    public Set<String> variables() {
      return Set.of();
    }

    @Override
    public Map<String, Object> subject(String businessKey) {
      return Map.of();
    }
  }
}
