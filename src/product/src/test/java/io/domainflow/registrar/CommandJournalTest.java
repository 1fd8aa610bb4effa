package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.TestDatabase;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.CommandJournal.Claim;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.command.DeleteDomain;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which journal entry an order gets, when it has to wait, and how recorded outcomes change entries.
 */
class CommandJournalTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static JdbcClient jdbc;
  private static CommandJournal journal;
  private static TransactionTemplate transaction;

  private final UUID order = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final DeleteDomain delete =
      new DeleteDomain(DomainName.of("n" + order.toString().substring(0, 8) + ".com"));

  @BeforeAll
  static void database() {
    DriverManagerDataSource database =
        new DriverManagerDataSource(TestDatabase.create(), TestDatabase.USERNAME, "");
    Flyway.configure().dataSource(database).load().migrate();
    jdbc = JdbcClient.create(database);
    journal = new CommandJournal(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Test
  void findsWhatWasSentBeforeAndWritesItOnce() {
    assertThat(intend(order, "a").orElseThrow().inDoubt()).isFalse();

    assertThat(intend(order, "a").orElseThrow().inDoubt()).as("sent, or not").isTrue();
    journal.inDoubt(intend(order, "a").orElseThrow(), "no answer");
    assertThat(intend(order, "a").orElseThrow().inDoubt()).as("no answer").isTrue();
    journal.executed(intend(order, "a").orElseThrow());
    assertThat(intend(order, "a").orElseThrow().inDoubt()).as("carried out").isTrue();
    assertThat(states(order)).containsExactly("EXECUTED");
  }

  @Test
  void whatHasAnOutcomeKeepsIt() {
    Intent intent = intend(order, "a").orElseThrow();
    assertThat(journal.executed(intent)).isTrue();

    assertThat(journal.executed(intent)).as("once more").isFalse();
    journal.inDoubt(intent, "a late answer");
    journal.refused(intent, 545, "a late answer");
    journal.notExecuted(intent);

    assertThat(states(order)).containsExactly("EXECUTED");
  }

  @Test
  void onlyWhatWasCarriedOutComesToNothing() {
    Intent refused = intend(order, "a").orElseThrow();
    journal.refused(refused, 545, "no");
    undone(order);
    assertThat(states(order)).containsExactly("REFUSED");

    Intent executed = intend(order, "a").orElseThrow();
    journal.executed(executed);
    assertThat(intend(other, "b")).isPresent();
    undone(other);
    undone(order);

    assertThat(states(order)).containsExactly("REFUSED", "UNDONE");
    assertThat(states(other)).as("not decided").containsExactly("INTENDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IN_PROGRESS", "WAITING"})
  void waitsForAnOpenCommandOfAnOrderThatIsBeingCarriedOut(String status) {
    isThere(other, status);
    Intent first = intend(other, "a").orElseThrow();

    assertThat(intend(order, "a")).isEmpty();
    assertThat(intend(UUID.randomUUID(), "b")).as("through another account").isPresent();
    assertThat(states(other)).containsExactly("INTENDED");

    journal.notExecuted(first);
    assertThat(intend(order, "a")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETED", "FAILED", "CANCELLED"})
  void doesNotWaitForWhatAnEndedOrderHasLeftOpen(String status) {
    isThere(other, status);
    UUID elsewhere = UUID.randomUUID();
    isThere(elsewhere, status);
    assertThat(intend(other, "a")).isPresent();
    assertThat(intend(elsewhere, "b")).isPresent();

    assertThat(intend(order, "a")).isPresent();

    assertThat(states(other)).containsExactly("ABANDONED");
    assertThat(states(elsewhere)).as("through another account").containsExactly("INTENDED");
  }

  @Test
  void anotherTryFollowsOneThatProvedToBeNone() {
    Intent first = intend(order, "a").orElseThrow();

    journal.renew(first, delete, "DeleteDomain");
    assertThat(states(order)).containsExactly("NOT_EXECUTED", "INTENDED");

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> journal.renew(intent(other, "a"), delete, "DeleteDomain"));
  }

  @Test
  void tellsWhatOthersHaveToDoWithTheSameObject() {
    Intent mine = intend(order, "a").orElseThrow();
    assertThat(claim(mine, NOW)).as("nobody but this order").isEqualTo(Claim.NONE);

    Intent theirs = intend(other, "b").orElseThrow();
    assertThat(claim(mine, NOW)).isEqualTo(Claim.OPEN);
    assertThat(journal.claimOfOthers(mine, Set.of("RenewDomain"), delete.object(), NOW))
        .as("by another command")
        .isEqualTo(Claim.NONE);
    assertThat(journal.claimOfOthers(mine, Set.of("DeleteDomain"), "other.com", NOW))
        .as("another object")
        .isEqualTo(Claim.NONE);

    journal.executed(theirs);
    assertThat(claim(mine, NOW)).isEqualTo(Claim.EXECUTED);
    assertThat(claim(mine, NOW.plusSeconds(1))).as("long ago").isEqualTo(Claim.NONE);
  }

  @Test
  void anAttemptThatNeverLeftThisMachineLeavesNothing() {
    journal.withdraw(intend(order, "a").orElseThrow());
    assertThat(states(order)).isEmpty();

    Intent doubtful = intend(order, "a").orElseThrow();
    journal.inDoubt(doubtful, "no answer");
    journal.withdraw(doubtful);
    assertThat(states(order)).as("it may have been carried out").containsExactly("IN_DOUBT");
  }

  /** A node that comes back late says nothing about what another has sent since. */
  @Test
  void aLaterAttemptIsNotConcernedByTheEndOfAnEarlierOne() {
    Intent late = intend(order, "a").orElseThrow();
    Intent other = journal.renew(late, delete, "DeleteDomain");

    journal.notExecuted(late);
    journal.withdraw(late);

    assertThat(states(order)).containsExactly("NOT_EXECUTED", "INTENDED");
    assertThat(journal.executed(other)).isTrue();
  }

  /** After a commit whose confirmation was lost. */
  @Test
  void theSameRenewalOnceMoreFindsItsAttempt() {
    Intent doubtful = intend(order, "a").orElseThrow();
    Intent renewed = journal.renew(doubtful, delete, "DeleteDomain");

    assertThat(journal.renew(doubtful, delete, "DeleteDomain")).isEqualTo(renewed);
    assertThat(states(order)).containsExactly("NOT_EXECUTED", "INTENDED");
  }

  @Test
  void knowsWhetherAnythingIsOpen() {
    assertThat(journal.isOpen(order)).isFalse();
    Intent intent = intend(order, "a").orElseThrow();
    assertThat(journal.isOpen(order)).isTrue();
    journal.inDoubt(intent, "no answer");
    assertThat(journal.isOpen(order)).isTrue();
    journal.executed(intent);
    assertThat(journal.isOpen(order)).isFalse();
  }

  private Optional<Intent> intend(UUID id, String account) {
    return transaction.execute(status -> journal.intend(id, account, delete, "DeleteDomain"));
  }

  private Intent intent(UUID id, String account) {
    return new Intent(0, id, account, delete.name(), "DeleteDomain", NOW, false, null, null);
  }

  private Claim claim(Intent mine, Instant since) {
    return journal.claimOfOthers(mine, Set.of("DeleteDomain"), delete.object(), since);
  }

  private static void undone(UUID id) {
    transaction.executeWithoutResult(status -> journal.undone(id, DeleteDomain.class));
  }

  private static List<String> states(UUID id) {
    return journal.of(id).stream().map(JournalEntry::state).toList();
  }

  private static void isThere(UUID id, String status) {
    jdbc.sql(
            """
            insert into provisioning_order (id, reference, login, content_digest, operation,
              account, domain, domain_unicode, metadata, status, charged, process_instance_id,
              created_at, updated_at)
            values (:id, :text, 'billing', 'x', 'DELETE', 'a', :text, :text, '{}', :status, 'NO',
              :text, now(), now())
            """)
        .param("id", id)
        .param("text", id.toString())
        .param("status", status)
        .update();
  }
}
