package io.domainflow.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

/** The meaning of a database failure, however deeply it is nested. */
class DatabaseFailureTest {

  @ParameterizedTest
  @CsvSource({
    "40001, CONFLICT",
    "40P01, CONFLICT",
    "08000, AWAY",
    "08006, AWAY",
    "57P01, AWAY",
    "57P03, AWAY",
    ", AWAY",
    "23505, REFUSED",
    "23503, REFUSED",
    "25P02, REFUSED",
    "53100, REFUSED",
    "57014, REFUSED"
  })
  void followsFromTheState(String state, DatabaseFailure meaning) {
    assertThat(DatabaseFailure.of(wrapped(new SQLException("said", state)))).contains(meaning);
  }

  /** As reported by PostgreSQL when a step calls a process while its order is cancelled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: update or delete on table \"act_ru_execution\" violates foreign key constraint"
            + " \"act_fk_exe_super\" on table \"act_ru_execution\"",
        "FEHLER: Aktualisieren oder Löschen in Tabelle »act_ru_execution« verletzt"
            + " Fremdschlüssel-Constraint »act_fk_exe_super« von Tabelle »act_ru_execution«"
      })
  void theEnginesRowsThatHangTogetherWereChangedMeanwhile(String said) {
    assertThat(DatabaseFailure.of(wrapped(new SQLException(said, "23503"))))
        .contains(DatabaseFailure.CONFLICT);
  }

  @Test
  void aCommitWithoutAnswerLeavesItOpen() {
    assertThat(DatabaseFailure.of(wrapped(new TransactionSystemException("no answer"))))
        .contains(DatabaseFailure.AWAY);
  }

  @Test
  void anExhaustedPoolCountsAsUnavailable() {
    assertThat(DatabaseFailure.of(wrapped(new SQLTransientConnectionException("none", "53300"))))
        .contains(DatabaseFailure.AWAY);
  }

  @Test
  void springsSettingsAreEnough() {
    assertThat(DatabaseFailure.of(wrapped(new CannotAcquireLockException("locked"))))
        .contains(DatabaseFailure.CONFLICT);
    assertThat(DatabaseFailure.of(new DuplicateKeyException("twice")))
        .contains(DatabaseFailure.REFUSED);
    assertThat(DatabaseFailure.of(new UnexpectedRollbackException("undone")))
        .contains(DatabaseFailure.REFUSED);
  }

  @Test
  void otherFailuresAreNotDatabaseFailures() {
    assertThat(DatabaseFailure.of(wrapped(new IllegalArgumentException("other")))).isEmpty();
  }

  private static RuntimeException wrapped(Exception cause) {
    return new IllegalStateException("once", new IllegalStateException("twice", cause));
  }
}
