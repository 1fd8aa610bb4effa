package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.account.Accounts.Access;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.StartupReport.Line;
import io.domainflow.registrar.ConnectionReport.Cause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The report after startup about which accounts the registrar answers. */
class AccountsStartupReportTest {

  private static final String ADDRESS = "http://localhost:8080";
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void tellsWhichAccountsTheRegistrarAnswersAndWhichNot() {
    assertThat(
            lines(
                access -> report(access.account().name().equals("shop"), "The login is refused."),
                LONG,
                "shop",
                "other"))
        .containsExactly(
            new Line("Registrar", "account shop (LIVE) answers"),
            new Line("", "account other (LIVE) does not work: The login is refused."));
  }

  @Test
  void doesNotAskForOneThatTheRegistrarHasStopped() {
    Access stopped =
        new Access(ResellerAccount.of("shop", RegistrarSystem.LIVE, "shop"), "secret", "422 Abuse");
    AccountsStartupReport notice =
        new AccountsStartupReport(
            () -> List.of(stopped),
            access -> {
              throw new AssertionError("it was asked");
            },
            LONG);

    assertThat(notice.lines(ADDRESS))
        .containsExactly(
            new Line(
                "Registrar",
                "account shop (LIVE) is stopped by the registrar, and is not asked: 422 Abuse"));
  }

  @Test
  void doesNotWaitForOneThatDoesNotAnswer() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);

    assertThat(
            lines(
                access -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return report(true, "");
                },
                Duration.ofMillis(1),
                "shop"))
        .containsExactly(new Line("Registrar", "account shop (LIVE) has not answered yet"));
    never.countDown();
  }

  @Test
  void saysWhereToAddTheFirst() {
    assertThat(lines(access -> report(true, ""), LONG))
        .containsExactly(
            new Line("Registrar", "no account yet; add one at http://localhost:8080/accounts"));
  }

  private static List<Line> lines(
      Function<Access, ConnectionReport> check, Duration patience, String... names) {
    List<Access> accounts =
        List.of(names).stream()
            .map(name -> new Access(ResellerAccount.of(name, RegistrarSystem.LIVE, name), "secret"))
            .toList();
    return new AccountsStartupReport(() -> accounts, check, patience).lines(ADDRESS);
  }

  private static ConnectionReport report(boolean good, String message) {
    return new ConnectionReport(
        good,
        good ? Cause.GOOD : Cause.LOGIN_REFUSED,
        message,
        RegistrarSystem.LIVE,
        "login",
        null,
        null,
        List.of(),
        null);
  }
}
