package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.StartupReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes one call per account after startup and reports which accounts the registrar answers. The
 * demo accounts are on the sandbox and are not checked.
 */
@Component
@Profile("!demo")
@Order(0)
class AccountsStartupReport implements StartupReport {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int AT_A_TIME = 8;

  private final Supplier<List<Accounts.Access>> accounts;
  private final Function<Accounts.Access, ConnectionReport> check;
  private final Duration patience;

  @Autowired
  AccountsStartupReport(Accounts accounts, ConnectionCheck check) {
    this(accounts::allAccess, check::test, PATIENCE);
  }

  /**
   * @param patience how long to wait for all of them together
   */
  AccountsStartupReport(
      Supplier<List<Accounts.Access>> accounts,
      Function<Accounts.Access, ConnectionReport> check,
      Duration patience) {
    this.accounts = accounts;
    this.check = check;
    this.patience = patience;
  }

  @Override
  public List<Line> lines(String address) {
    List<Accounts.Access> all = accounts.get();
    return all.isEmpty()
        ? List.of(new Line("Registrar", "no account yet; add one at " + address + "/accounts"))
        : found(all);
  }

  private List<Line> found(List<Accounts.Access> all) {
    ExecutorService asking =
        Executors.newFixedThreadPool(
            AT_A_TIME,
            task -> {
              Thread thread = new Thread(task, "accounts-at-start");
              thread.setDaemon(true);
              return thread;
            });
    List<CompletableFuture<String>> answers =
        all.stream()
            .map(
                access ->
                    CompletableFuture.supplyAsync(() -> answer(access), asking)
                        .completeOnTimeout(
                            "has not answered yet", patience.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(trouble -> "could not be asked: " + trouble.getMessage()))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ResellerAccount account = all.get(i).account();
      lines.add(
          new Line(
              i == 0 ? "Registrar" : "",
              "account %s (%s) %s"
                  .formatted(account.name(), account.system(), answers.get(i).join())));
    }
    asking.shutdownNow();
    return lines;
  }

  // Only a person can reactivate a stopped account.
  private String answer(Accounts.Access access) {
    if (access.stopped() != null) {
      return "is stopped by the registrar, and is not asked: " + access.stopped();
    }
    ConnectionReport report = check.apply(access);
    return report.good() ? "answers" : "does not work: " + report.message();
  }
}
