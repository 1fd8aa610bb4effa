package io.domainflow.metrics;

import io.domainflow.account.AccountBalances;
import io.domainflow.account.AccountBalances.Balance;
import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.registrar.AccountStatuses;
import io.domainflow.registrar.AccountStatuses.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Measures the reseller accounts at the registrar: quota, money, and whether it answers. */
@Component
class AccountMetrics {

  private static final Logger log = LoggerFactory.getLogger(AccountMetrics.class);

  private final Accounts accounts;
  private final AccountStatuses standings;
  private final AccountBalances balances;
  private final MultiGauge points;
  private final MultiGauge soft;
  private final MultiGauge answered;
  private final MultiGauge balance;

  AccountMetrics(
      Accounts accounts,
      AccountStatuses standings,
      AccountBalances balances,
      MeterRegistry registry) {
    this.accounts = accounts;
    this.standings = standings;
    this.balances = balances;
    points = gauge("domainflow.quota.points", "what was asked recently, in points", registry);
    soft = gauge("domainflow.quota.soft", "points at which orders begin to wait", registry);
    answered =
        gauge(
            "domainflow.account.answered",
            "0 while the registrar does not answer the account",
            registry);
    balance = gauge("domainflow.account.balance", "as the registrar stated it last", registry);
  }

  private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  @Scheduled(fixedDelay = Readings.PAUSE, timeUnit = TimeUnit.SECONDS)
  void read() {
    List<Row<?>> pointRows = new ArrayList<>();
    List<Row<?>> softRows = new ArrayList<>();
    List<Row<?>> answeredRows = new ArrayList<>();
    List<Row<?>> balanceRows = new ArrayList<>();
    try {
      Map<String, Balance> known = balances.all();
      for (ResellerAccount account : accounts.all()) {
        Standing standing = standings.of(account);
        Tags tags = Tags.of("account", account.name());
        pointRows.add(Row.of(tags, standing.points()));
        softRows.add(Row.of(tags, account.quota().soft()));
        answeredRows.add(Row.of(tags, standing.answered() ? 1 : 0));
        Balance stated = known.get(account.name());
        if (stated != null) {
          balanceRows.add(
              Row.of(
                  tags.and("currency", stated.money().currency().getCurrencyCode()),
                  stated.money().amount()));
        }
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("the accounts cannot be read for the metrics: {}", e.getMessage());
      return;
    }
    points.register(pointRows, true);
    soft.register(softRows, true);
    answered.register(answeredRows, true);
    balance.register(balanceRows, true);
  }
}
