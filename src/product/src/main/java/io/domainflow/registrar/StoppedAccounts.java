package io.domainflow.registrar;

import static io.domainflow.database.DatabaseTime.utc;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The accounts that the registrar has stopped because it suspects abuse. Each further call would
 * make that worse, so no node makes calls for them until a person allows it.
 */
@Repository
class StoppedAccounts {

  private final JdbcClient jdbc;
  private final Clock clock;

  StoppedAccounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records that an account was stopped.
   *
   * @param reason for people
   * @return whether that is new
   */
  boolean stop(String account, String reason) {
    return jdbc.sql(
                """
                insert into stopped_account (account, stopped_at, reason)
                select name, :now, :reason from reseller_account where name = :account
                on conflict do nothing
                """)
            .param("account", account)
            .param("reason", reason)
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  /** Why an account was stopped, for people; empty if it was not. */
  Optional<String> reason(String account) {
    return jdbc.sql("select reason from stopped_account where account = :account")
        .param("account", account)
        .query(String.class)
        .optional();
  }

  /**
   * Allows calls of an account again.
   *
   * @return whether it was stopped
   */
  boolean reactivate(String account) {
    return jdbc.sql("delete from stopped_account where account = :account")
            .param("account", account)
            .update()
        == 1;
  }

  /** Allows calls of all accounts again. */
  void clear() {
    jdbc.sql("delete from stopped_account").update();
  }
}
