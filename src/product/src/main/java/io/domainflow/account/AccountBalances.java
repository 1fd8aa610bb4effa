package io.domainflow.account;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last known balances of the accounts. */
@Repository
public class AccountBalances {

  private final JdbcClient jdbc;
  private final Clock clock;

  AccountBalances(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The balance of an account.
   *
   * @param money negative while the account uses its credit
   */
  public record Balance(Money money, Instant readAt) {}

  /**
   * Records a balance that the registrar has just stated; has no effect if there is no such
   * account.
   */
  public void read(String account, Money money) {
    jdbc.sql(
            """
            insert into account_balance (account, amount, currency, read_at)
            select name, :amount, :currency, :now from reseller_account where name = :account
            on conflict (account) do update
            set amount = excluded.amount, currency = excluded.currency, read_at = excluded.read_at
            """)
        .param("account", account)
        .param("amount", money.amount())
        .param("currency", money.currency().getCurrencyCode())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** The known balances, by the names of the accounts. */
  public Map<String, Balance> all() {
    Map<String, Balance> balances = new HashMap<>();
    jdbc.sql("select * from account_balance")
        .query(
            row -> {
              balances.put(
                  row.getString("account"),
                  new Balance(
                      new Money(
                          row.getBigDecimal("amount"),
                          Currency.getInstance(row.getString("currency"))),
                      instant(row, "read_at")));
            });
    return balances;
  }
}
