package io.domainflow.process.worker;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.camunda.bpm.engine.ExternalTaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A change of an order holds the order first and its task then; a reservation of a task holds the
 * task first. Reserving never waits for an order, so the two cannot wait for each other.
 */
@DomainflowTest
class HeldOrderTest {

  private final Registrations registrations;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final ExternalTaskService externalTasks;

  @Autowired
  HeldOrderTest(
      @LocalServerPort int port,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      ExternalTaskService externalTasks) {
    this.registrations = new Registrations(port);
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.externalTasks = externalTasks;
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.registrarIsWellAgain();
  }

  @Test
  void aLockedOrderDoesNotKeepOthersFromContinuing() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'CODE_549', 'times': 100, 'domain': '%s'}"
            .formatted(domain));
    String held = registrations.place(domain);
    registrations.awaitWaitingFor(held, "REGISTRAR_UNREACHABLE");
    registrations.noFaults();

    transaction.executeWithoutResult(
        status -> {
          String process =
              jdbc.sql(
                      """
                      select process_instance_id from provisioning_order
                      where reference = :reference for update
                      """)
                  .param("reference", held)
                  .query(String.class)
                  .single();
          makeDue(process);
          registrations.awaitStatus(registrations.place(freshName("com")), "COMPLETED");
          assertThat(registrations.get(held).get("status").asText()).isEqualTo("WAITING");
        });

    registrations.awaitStatus(held, "COMPLETED");
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  /** In another transaction, so that the poller sees it. */
  private void makeDue(String process) {
    String step =
        externalTasks.createExternalTaskQuery().processInstanceId(process).singleResult().getId();
    Thread other = new Thread(() -> externalTasks.unlock(step));
    other.start();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
