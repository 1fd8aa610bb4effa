package io.domainflow.process.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.LockWait;
import io.domainflow.Registrations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Processes with a timetable follow a clock that is set back. */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class TimetablesTest {

  private static final String DAILY = "AccountCheckProcess";

  private final Caller admin;
  private final Registrations stories;
  private final ManagementService management;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  @Autowired
  TimetablesTest(
      @LocalServerPort int port,
      ManagementService management,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.admin = new Caller(port, "admin");
    this.stories = new Registrations(port);
    this.management = management;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  @Test
  void isRescheduledEvenWhileItStarts() {
    stories.startOver();
    stories.advance("P30D");

    CompletableFuture<Answer> reset =
        transaction.execute(
            status -> {
              // as the one who starts it does
              jdbc.sql("update act_ru_job set rev_ = rev_ + 1 where id_ = :id")
                  .param("id", daily().getId())
                  .update();
              CompletableFuture<Answer> waiting =
                  CompletableFuture.supplyAsync(() -> admin.post("/sandbox/reset", ""));
              await().until(() -> LockWait.isAt("act_ru_job", jdbc));
              return waiting;
            });

    assertThat(reset.join().status()).as(reset.join().body().toString()).isBetween(200, 299);
    assertThat(daily().getDuedate().toInstant())
        .isBefore(Instant.parse(stories.now()).plus(2, ChronoUnit.DAYS));
  }

  private Job daily() {
    return management.createJobQuery().processDefinitionKey(DAILY).timers().list().stream()
        .filter(job -> job.getProcessInstanceId() == null)
        .findFirst()
        .orElseThrow();
  }
}
